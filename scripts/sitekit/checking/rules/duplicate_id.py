"""No two headings of a page have the same id."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.checking import naming
from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each heading whose id an earlier one has."""
    for page in corpus.pages():
        first: dict[str, int] = {}
        for block in page.blocks:
            if block.kind == "heading" and block.id:
                earlier = first.setdefault(block.id, block.line)
                if earlier != block.line:
                    words = {"id": block.id, "line": earlier, "text": naming.excerpt(block.plain)}
                    yield Finding("duplicate-id", page.path, block.line, words)


RULE = Rule("duplicate-id", "error", run)
