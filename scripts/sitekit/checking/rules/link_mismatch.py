"""Each paragraph of a translation links to the pages that its source links to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from sitekit.checking import links, naming
from sitekit.checking.blocks import Block
from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule
from sitekit.checking.source_page import SourcePage


def _targets(page: SourcePage, block: Block) -> dict[str, list[str]]:
    """Shared target → how it was typed, each time; remote addresses may differ from language to language."""
    found: dict[str, list[str]] = {}
    for link in block.inline.links:
        if shared := links.resolve(page, link.target).shared():
            found.setdefault(shared, []).append(link.target)
    return found


def run(corpus: Corpus) -> Iterator[Finding]:
    """Findings in the translation, by block: a link that it lacks, one that its source lacks."""
    for source, page in corpus.pairs():
        for one, other in corpus.aligned(source, page):
            if not one or not other or ("](" not in one.text and "](" not in other.text and one.text.count("[") == other.text.count("[")):
                continue
            wanted, found = _targets(source, one), _targets(page, other)
            here, there = Counter(list(_each(found))), Counter(list(_each(wanted)))
            lacking, extra = list((there - here).elements()), list((here - there).elements())
            for key, own in zip_longest(lacking, extra):
                words = {"target": wanted[key][0] if key else "", "found": found[own][0] if own else "",
                         "language": naming.language(page.code), "line": one.line}  # fmt: skip
                sentence = "link-elsewhere" if key and own else "link-extra" if own else ""
                yield Finding("link-mismatch", page.path, other.line, words, sentence=sentence)


def _each(targets: dict[str, list[str]]) -> Iterator[str]:
    return (key for key, typed in targets.items() for _ in typed)


RULE = Rule("link-mismatch", "error", run)
