"""Headings inside a page begin at the second level, for the title is the first, and go down one step at a time."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.checking import naming
from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each heading of the first level, and for each that skips a level."""
    for page in corpus.pages():
        level = 1
        for block in page.blocks:
            if block.kind != "heading":
                continue
            words = {"text": naming.excerpt(block.plain), "wanted": "#" * (level + 1), "found": "#" * block.level}
            if block.level == 1:
                yield Finding("heading-level", page.path, block.line, words)
            elif block.level > level + 1:
                yield Finding("heading-level", page.path, block.line, words, sentence="heading-skips-level")
            level = max(block.level, 1)


RULE = Rule("heading-level", "error", run)
