"""Quotation marks are “ ” in all four languages, in pairs; the straight ones of a keyboard are for code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitekit.checking import naming, statements, wording
from sitekit.checking.blocks import CITATION
from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule
from sitekit.checking.statements import Statement

NAME = "wrong-quotation-marks"
#: Marks of other languages and of keyboards. A straight apostrophe is one only where it opens or closes something.
_WRONG = re.compile(r"[\"„‟«»‹›「」『』〝〞＂＇`´]|(?<![\w’])'(?=\w)|(?<=[.,!?])'(?!\w)")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
PAIRS = {"“": "”", "《": "》"}
_MARKS = re.compile("[“”《》]")


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each text with other marks, or with one that opens and does not close."""
    for said in [*statements.of_pages(corpus), *statements.of_data(corpus)]:
        plain = said.plain
        if found := _WRONG.search(_without_code(said)):
            yield _finding(said, found, "")
        elif said.code != "vi" and (found := _APOSTROPHE.search(plain)):
            yield _finding(said, found, "straight-apostrophe")
        if unpaired := _unpaired(plain):
            yield _finding(said, unpaired, "unpaired-quotation-mark")


def _without_code(said: Statement) -> str:
    return re.sub(r"`[^`]*`", " ", said.text).replace(CITATION, " ") if "`" in said.text else said.plain


def _unpaired(plain: str) -> re.Match[str] | None:
    """The first mark that opens without closing or closes without opening."""
    opened: list[re.Match[str]] = []
    for found in _MARKS.finditer(plain):
        if found[0] in PAIRS:
            opened.append(found)
        elif opened and PAIRS[opened[-1][0]] == found[0]:
            opened.pop()
        else:
            return found
    return opened[0] if opened else None


def _finding(said: Statement, found: re.Match[str], sentence: str) -> Finding:
    words = {"mark": found[0], "around": wording.around(found.string, *found.span()), "language": naming.language(said.code)}
    return Finding(NAME, said.path, said.line, words, sentence=sentence)


RULE = Rule(NAME, "error", run)
