"""A page's header must be one that MkDocs reads: what it cannot read it prints on the page, and says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.checking import yaml_faults
from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each thing that stands in the way, at its line, with the line shown."""
    for page in corpus.pages():
        if page.faults:
            yield from yaml_faults.problems("unreadable-header", page.path, page.faults, page.lines, first=2)


RULE = Rule("unreadable-header", "error", run)
