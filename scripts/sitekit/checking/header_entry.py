"""Rules that ask whether an entry of the header is there, and whether its length is right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

from sitekit.checking import lenient_yaml, naming
from sitekit.checking.corpus import Corpus
from sitekit.checking.lenient_yaml import Map
from sitekit.checking.rule import Finding

LENGTHS = Path(__file__).resolve().parents[3] / "data/check/lengths.yml"


def missing(rule: str, key: str) -> Callable[[Corpus], Iterator[Finding]]:
    """A rule's function: one finding for each page whose header lacks `key` or leaves it empty."""

    def run(corpus: Corpus) -> Iterator[Finding]:
        """One finding for each page without it."""
        for page in corpus.pages():
            if page.readable and not page.string(key).strip():
                low, high = bounds(key, page.code)
                yield Finding(rule, page.path, page.line(key), {"language": naming.language(page.code), "low": low, "high": high})

    return run


@lru_cache(maxsize=1)
def _bounds() -> Map:
    value = lenient_yaml.read(LENGTHS.read_text("utf-8")).value
    return value if isinstance(value, Map) else Map()


def bounds(key: str, code: str) -> tuple[int, int]:
    """Fewest and most characters of header entry `key` in language `code`."""
    rows = _bounds()[key]
    low, high = rows.get(code) or rows["other"]
    return int(low), int(high)


def length(rule: str, key: str, short: str) -> Callable[[Corpus], Iterator[Finding]]:
    """A rule's function: one finding for each page whose `key` is too long, or too short (sentence `short`)."""

    def run(corpus: Corpus) -> Iterator[Finding]:
        """One finding for each page where it is too long or too short."""
        for page in corpus.pages():
            text = page.string(key).strip()
            low, high = bounds(key, page.code)
            if page.readable and text and not low <= len(text) <= high:
                words = {"language": naming.language(page.code), "length": len(text), "low": low, "high": high}
                yield Finding(rule, page.path, page.line(key), words, sentence=short if len(text) < low else "")

    return run
