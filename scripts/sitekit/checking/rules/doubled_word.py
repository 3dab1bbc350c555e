"""No word stands twice in a row by mistake; the reduplications of Vietnamese, Lao and Chinese are no mistakes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitekit.checking import letters, statements
from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule

_W = rf"[{letters.LATIN}]"
_EDGE = rf"(?<![{letters.LATIN}0-9-])"
_END = rf"(?![{letters.LATIN}0-9-])"
_VI, _EN, _LO, _ZH = (
    "|".join(sorted(letters.known_words(kind, code), key=len, reverse=True))
    for kind, code in (("once", "vi"), ("once", "en"), ("once", "lo"), ("twice", "zh"))
)
PATTERNS = {
    "vi": (re.compile(rf"{_EDGE}(?i:({_VI}) \1){_END}"), re.compile(rf"{_EDGE}({_W}+ {_W}+(?: {_W}+)?) \1{_END}")),
    "en": (re.compile(rf"{_EDGE}(?i:({_EN})) (?i:\1){_END}"),
           re.compile(rf"{_EDGE}(?!(?:had had|that that|very very|so so)\b)([a-z]+) \1{_END}"),
           re.compile(rf"{_EDGE}({_W}+ {_W}+(?: {_W}+)?) \1{_END}")),
    "lo": (re.compile(rf"(?<![{letters.LAO}])({_LO}) \1(?![{letters.LAO}])"), re.compile(r"(ແລະ|ຫຼື) ?\1"),
           re.compile(rf"(?<![{letters.LAO}])([{letters.LAO}]{{6,}}) \1(?![{letters.LAO}])")),
    "zh": (re.compile(r"(?<!的)的的(?!确)|([了在和与为是由于])\1"),
           re.compile(rf"(?!{_ZH})([{letters.HAN}]{{2,6}})\1")),
}  # fmt: skip
#: Patterns of any single word; a cell of a phrase book may hold sounds, which are doubled on purpose.
SINGLE = (PATTERNS["en"][1], PATTERNS["lo"][2])


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each text with a doubled word."""
    for said in [*statements.of_pages(corpus), *statements.of_data(corpus)]:
        for pattern in PATTERNS.get(said.code, ()):
            if said.kind == "row" and pattern in SINGLE:
                continue
            if found := pattern.search(said.plain):
                yield Finding("doubled-word", said.path, said.line, {"words": found[0]})
                break


RULE = Rule("doubled-word", "error", run)
