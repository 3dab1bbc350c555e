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
            line = page.lines[block.line - 1] if block.kind == "item" else ""
            if block.kind != "item" or ("\t" not in line[: len(line) - len(line.lstrip())] and block.indent == 4 * (block.level - 1)):
                continue
            if block.level == 1 and block.indent < 4 and not line.startswith("\t"):
                continue  # up to three spaces before a list that is not nested mean nothing
            words = {"text": naming.excerpt(block.plain), "wanted": 4 * (block.level - 1), "found": block.indent}
            yield Finding("nested-list-indent", page.path, block.line, words)


RULE = Rule("nested-list-indent", "error", run)
