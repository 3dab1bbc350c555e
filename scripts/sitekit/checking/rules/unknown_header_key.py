"""A header holds only entries that the site knows: a misspelt one is silently without effect."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule
from sitekit.frontmatter import KEYS
from sitekit.problems import closest


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each entry nobody knows, at its line."""
    for page in corpus.pages():
        if not page.readable:
            continue
        for key in page.header:
            if key not in KEYS:
                near = closest(key, KEYS)
                words = {"key": key, "closest": near, "keys": ", ".join(KEYS)}
                yield Finding("unknown-header-key", page.path, page.line(key), words, sentence="" if near else "unknown-header-key-alone")


RULE = Rule("unknown-header-key", "error", run)
