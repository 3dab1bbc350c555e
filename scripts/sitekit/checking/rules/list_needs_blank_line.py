"""Before a list or a table stands a blank line: without it MkDocs prints them as one paragraph of text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitekit.checking.blocks import Block
from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule
from sitekit.checking.source_page import SourcePage

_ITEM = re.compile(r" {0,3}(?:[-*+]|\d+[.)])[ \t]+\S")
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-*:?\s*)+")


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each list or table that follows the line before it directly."""
    for page in corpus.pages():
        groups = set()
        for block in page.blocks:
            if block.kind == "paragraph":
                yield from _inside(page, block)
            elif block.kind in ("item", "row") and block.group not in groups:
                groups.add(block.group)
                # a list nested in an item follows it directly, as it should
                if block.level <= 1 and block.line > page.body_line and _text(page, block.line - 1):
                    yield Finding("list-needs-blank-line", page.path, block.line, {"line": block.line},
                                  sentence="table-needs-blank-line" if block.kind == "row" else "")  # fmt: skip


def _text(page: SourcePage, line: int) -> bool:
    """Whether text stands on `line` that a list would stick to: a heading does not take a list in."""
    before = page.lines[line - 1]
    return bool(before.strip()) and not before.lstrip().startswith("#")


def _inside(page: SourcePage, block: Block) -> Iterator[Finding]:
    """A list that begins with 2, or a table without a rule below its head, is no list or table at all."""
    for line in range(block.line + 1, block.last + 1):
        if _ITEM.match(page.lines[line - 1]):
            yield Finding("list-needs-blank-line", page.path, line, {"line": line})
            return
        if _RULE.fullmatch(page.lines[line - 1]):
            yield Finding("list-needs-blank-line", page.path, line - 1, {"line": line - 1}, sentence="table-needs-blank-line")
            return


RULE = Rule("list-needs-blank-line", "error", run)
