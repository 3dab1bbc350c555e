"""Chinese text has Chinese marks, full width and without spaces; the other languages do not have them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitekit.checking import letters, naming, statements, wording
from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule
from sitekit.checking.statements import Statement

NAME = "half-width-punctuation"
_HAN = f"[{letters.HAN}]"
#: Half-width marks beside a character. A full stop or colon between digits is a number or a time.
_HALF = re.compile(
    rf"(?<={_HAN})[,;:!?()\[\]]|[,;:!?()\[\]](?={_HAN})|(?<={_HAN})\.(?![.\w])|(?<={_HAN})-{{1,2}}(?={_HAN})|(?<={_HAN})\.\.\."
)
_SPACE = re.compile(rf"(?<={_HAN}) +(?={_HAN})|(?<=[，。；：！？、）”]) +|(?<=\S) +(?=[，。；：！？、（“])")
_FULL = re.compile("[，。；：！？、（）％＂－～［］｛｝＋＝]")
FULL = str.maketrans(",;:!?()[]", "，；：！？（）［］")


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each text with marks of the wrong width, or with spaces between Chinese characters."""
    for said in [*statements.of_pages(corpus), *statements.of_data(corpus)]:
        if said.code == "zh":
            yield from _chinese(said)
        elif not said.plain.isascii() and (found := _FULL.search(said.plain)):
            words = {"around": wording.around(said.plain, *found.span()), "sign": found[0], "language": naming.language(said.code)}
            yield Finding(NAME, said.path, said.line, words, sentence="full-width-punctuation")


def _chinese(said: Statement) -> Iterator[Finding]:
    plain = said.plain
    if found := _HALF.search(plain):
        right = {".": "。", "-": "—", "--": "——", "...": "……"}.get(found[0], found[0].translate(FULL))
        yield Finding(NAME, said.path, said.line, {"around": wording.around(plain, *found.span()), "sign": found[0], "right": right})
    if found := _SPACE.search(plain):
        words = {"around": wording.around(plain, *found.span())}
        yield Finding(NAME, said.path, said.line, words, sentence="space-between-characters")


RULE = Rule(NAME, "error", run)
