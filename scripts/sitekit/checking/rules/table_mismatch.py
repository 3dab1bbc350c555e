"""A translation has the tables of its source: the same rows, each with the same number of cells."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.checking import parity
from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule


def run(corpus: Corpus) -> Iterator[Finding]:
    """Findings in the translation: rows missing or too many, rows of another width (once a table)."""
    for source, page in corpus.pairs():
        pairs = corpus.aligned(source, page)
        for gap in parity.gaps(pairs, ("row",), page):
            yield Finding("table-mismatch", page.path, gap.line, gap.words(page), sentence="" if gap.missing else "table-rows-extra")
        said = set()
        for one, other in pairs:
            if one and other and len(one.cells) != len(other.cells) and other.group not in said:
                said.add(other.group)
                words = {"found": len(other.cells), "wanted": len(one.cells), "line": one.line}
                yield Finding("table-mismatch", page.path, other.line, words, sentence="table-of-other-width")


RULE = Rule("table-mismatch", "error", run)
