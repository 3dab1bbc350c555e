"""A list inside a list is indented by four spaces a level: MkDocs takes one of two spaces for the same list."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.checking import naming
from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each item that is not indented by four spaces for each level above it."""
    for page in corpus.pages():
        for block in page.blocks:
            if block.kind != "item":
                continue
            line, wanted = page.lines[block.line - 1], 4 * (block.level - 1)
            tab = "\t" in line[: len(line) - len(line.lstrip())]
            # up to three spaces before a list that is not nested mean nothing
            if tab or (block.indent != wanted and block.level > 1):
                words = {"text": naming.excerpt(block.plain), "wanted": wanted, "found": block.indent}
                yield Finding("nested-list-indent", page.path, block.line, words, sentence="nested-list-tab" if tab else "")


RULE = Rule("nested-list-indent", "error", run)
