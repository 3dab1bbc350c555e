"""A translation must have a Vietnamese page that it is a translation of."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule
from sitekit.languages import REFERENCE
from sitekit.problems import closest


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each page without a Vietnamese one of the same name; reads no page."""
    known = [name for name, codes in corpus.names.items() if REFERENCE in codes]
    for name, codes in corpus.names.items():
        if REFERENCE in codes:
            continue
        for code in codes:
            path = f"docs/{code}/{name}.md"
            if corpus.wanted(path):
                near = closest(name, known)
                words = {"source": f"docs/{REFERENCE}/{name}.md", "closest": f"docs/{REFERENCE}/{near}.md"}
                yield Finding("orphan-translation", path, words=words, sentence="" if near else "orphan-translation-alone")


RULE = Rule("orphan-translation", "error", run)
