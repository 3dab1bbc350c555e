"""A translation has the paragraphs of its source, and its maps and tables drawn from data, in the same order."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.checking import parity
from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule

KINDS = ("paragraph", "citation", "code", "html", "rule")


def run(corpus: Corpus) -> Iterator[Finding]:
    """Findings in the translation: paragraphs missing or too many, and another block from data than the source has."""
    for source, page in corpus.pairs():
        pairs = corpus.aligned(source, page)
        for gap in parity.gaps(pairs, KINDS, page):
            words = gap.words(page)
            if gap.blocks[0].kind == "citation" and gap.blocks[0].citations:
                words["text"] = f"{{{{{gap.blocks[0].citations[0].raw}}}}}"
            yield Finding("paragraph-mismatch", page.path, gap.line, words, sentence="" if gap.missing else "paragraphs-extra")
        for one, other in pairs:
            if not one or not other or one.kind != "citation":
                continue
            wanted, found = ([cited.key for cited in block.citations] for block in (one, other))
            if wanted != found:
                words = {"wanted": ", ".join(wanted), "found": ", ".join(found), "line": one.line}
                yield Finding("paragraph-mismatch", page.path, other.line, words, sentence="block-of-other-data")


RULE = Rule("paragraph-mismatch", "error", run)
