"""A paragraph of a translation is about as long as its language usually makes it: much shorter or longer, and something is amiss."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from sitekit.checking import lenient_yaml, naming
from sitekit.checking.blocks import CITATION, Block
from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule

LEARNED = Path(__file__).resolve().parents[4] / "data/check/length-ratios.yml"
#: Texts of sentences; headings and cells of tables are too short to say anything.
KINDS = ("paragraph", "item", "description", "lead")
#: Below so many characters of the source nothing is said.
SHORTEST = 40
#: Short texts vary more: at SHORTEST characters by a factor of about 1.4.
STEADY = 40
_WORD = re.compile(r"[A-Za-zÀ-ỹĐđ0-9]+")


def lengths(source: str, translation: str) -> tuple[int, int]:
    """Characters of both texts without spaces, marks above and below, figures, and words that both have (names stay as they are)."""
    words = [Counter(word.casefold() for word in _WORD.findall(text)) for text in (source, translation)]
    shared = sum(len(word) * count for word, count in (words[0] & words[1]).items())
    one, other = (sum(1 for sign in text if not (sign.isspace() or sign == CITATION or unicodedata.category(sign) == "Mn"))
                  for text in (source, translation))  # fmt: skip
    return max(0, one - shared), max(0, other - shared)


def deviation(length: int, other: int, usual: float) -> float:
    """How far a text of `other` characters, made from one of `length`, is from the `usual` ratio; comparable between lengths."""
    return math.log(max(other, 1) / length / usual) / math.sqrt(1 + STEADY / length)


@lru_cache(maxsize=1)
def learned() -> dict[str, tuple[float, float]]:
    """Usual ratio and widest deviation by language, as `benchmarks/length_ratios.py` found them on the site."""
    rows = lenient_yaml.read(LEARNED.read_text("utf-8")).value
    return {code: (float(row["usual"]), float(row["widest"])) for code, row in rows.items()}


def pairs(corpus: Corpus) -> Iterator[tuple[str, str, Block, int, int]]:
    """Language, path, block and the two lengths of each pair of texts that can be judged."""
    for source, page in corpus.pairs():
        for one, other in corpus.aligned(source, page):
            if one and other and one.kind in KINDS and len(one.text) >= SHORTEST:
                length, found = lengths(one.plain, other.plain)
                if length >= SHORTEST:
                    yield page.code, page.path, other, length, found


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each text that is further from the usual ratio than any of the site when the bounds were learned."""
    for code, path, block, length, found in pairs(corpus):
        usual, widest = learned().get(code, (1.0, math.inf))
        if abs(deviation(length, found, usual)) > widest:
            words = {"text": naming.excerpt(block.plain.replace(CITATION, "…")) or "—", "language": naming.language(code),
                     "percent": 10 * round(10 * found / length / usual)}  # fmt: skip
            yield Finding("length-ratio", path, block.line, words, sentence="" if found < length * usual else "longer-than-usual")


RULE = Rule("length-ratio", "warning", run)
