"""Every heading has an id in plain letters: automatic ones are `_1`, `_2` in Lao and Chinese and change with the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitekit.checking import naming
from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule
from sitekit.checking.source_page import SourcePage
from sitekit.languages import REFERENCE

_PLAIN = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def _wanted(corpus: Corpus, page: SourcePage) -> dict[int, str]:
    """The id that the Vietnamese page gives to the heading on each line."""
    source = corpus.page(REFERENCE, page.name)
    if page.code == REFERENCE or not source:
        return {}
    return {other.line: one.id for one, other in corpus.aligned(source, page) if one and other and one.id}


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each heading without an id, or with one that is not of small Latin letters, digits and hyphens."""
    for page in corpus.pages():
        found = [block for block in page.blocks if block.kind == "heading" and not _PLAIN.fullmatch(block.id)]
        known = _wanted(corpus, page) if found else {}
        for block in found:
            wanted = "" if block.id else known.get(block.line, "")
            words = {"text": naming.excerpt(block.plain), "id": block.id, "wanted": wanted or "opening-hours"}
            sentence = "heading-id-not-plain" if block.id else "heading-without-known-id" if wanted else ""
            yield Finding("heading-without-id", page.path, block.line, words, sentence=sentence)


RULE = Rule("heading-without-id", "error", run)
