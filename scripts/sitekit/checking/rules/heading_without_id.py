"""Every heading has an id in plain letters: automatic ones are `_1`, `_2` in Lao and Chinese and change with the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitekit.checking import naming
from sitekit.checking.blocks import Block
from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule
from sitekit.checking.source_page import SourcePage
from sitekit.languages import REFERENCE

_PLAIN = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def _wanted(corpus: Corpus, page: SourcePage, block: Block) -> str:
    """The id that the Vietnamese page gives this heading; empty when there is none."""
    source = corpus.page(REFERENCE, page.name)
    if page.code == REFERENCE or not source:
        return ""
    return next((one.id for one, other in corpus.aligned(source, page) if one and other is block), "")


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each heading without an id, or with one that is not of small Latin letters, digits and hyphens."""
    for page in corpus.pages():
        for block in page.blocks:
            if block.kind != "heading" or _PLAIN.fullmatch(block.id):
                continue
            wanted = "" if block.id else _wanted(corpus, page, block)
            words = {"text": naming.excerpt(block.plain), "id": block.id, "wanted": wanted or "opening-hours"}
            sentence = "heading-id-not-plain" if block.id else "heading-without-known-id" if wanted else ""
            yield Finding("heading-without-id", page.path, block.line, words, sentence=sentence)


RULE = Rule("heading-without-id", "error", run)
