"""A paragraph stands on one line: a newline shows as a gap between Chinese characters and shifts the lines of translations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule

_LIST = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each paragraph or list item that goes on after a newline; a list stuck to its sentence has its own rule."""
    for page in corpus.pages():
        for block in page.blocks:
            rows = block.text.split("\n")
            if block.kind in ("paragraph", "item", "citation") and len(rows) > 1 and not any(map(_LIST.match, rows[1:])):
                yield Finding("broken-paragraph", page.path, block.line, {"first": block.line, "next": block.line + 1})


RULE = Rule("broken-paragraph", "error", run)
