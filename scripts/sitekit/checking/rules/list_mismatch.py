"""A translation has the lists of its source: the same items, numbered or not, nested alike."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.checking import naming, parity
from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule


def run(corpus: Corpus) -> Iterator[Finding]:
    """Findings in the translation: items missing or too many, and lists of another kind (once a list)."""
    for source, page in corpus.pairs():
        pairs = corpus.aligned(source, page)
        for gap in parity.gaps(pairs, ("item",), page):
            yield Finding("list-mismatch", page.path, gap.line, gap.words(page), sentence="" if gap.missing else "list-items-extra")
        said = set()
        for one, other in pairs:
            if one and other and one.kind == "item" and one.shape != other.shape and other.group not in said:
                said.add(other.group)
                words = {"line": one.line, "text": naming.excerpt(other.plain)}
                sentence = "list-nested-otherwise" if one.level != other.level else \
                    "list-should-be-numbered" if one.ordered else "list-should-have-dots"
                yield Finding("list-mismatch", page.path, other.line, words, sentence=sentence)


RULE = Rule("list-mismatch", "error", run)
