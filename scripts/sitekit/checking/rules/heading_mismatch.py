"""A translation has the headings of its source: same levels, same ids, same order."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.checking import naming, parity
from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule


def run(corpus: Corpus) -> Iterator[Finding]:
    """Findings in the translation: a heading missing, too many, elsewhere, or with another level or id."""
    for source, page in corpus.pairs():
        pairs = corpus.aligned(source, page)
        gaps = list(parity.gaps(pairs, ("heading",), page))
        lost = {block.id for gap in gaps if gap.missing for block in gap.blocks if block.id}
        won = {block.id for gap in gaps if not gap.missing for block in gap.blocks if block.id}
        for gap in gaps:
            for block in gap.blocks:
                words = {**gap.words(page), "text": naming.excerpt(block.plain), "line": block.line,
                         "typed": f"{'#' * block.level} … {{ #{block.id or 'id'} }}"}  # fmt: skip
                if block.id in lost & won:
                    if not gap.missing:
                        yield Finding("heading-mismatch", page.path, block.line, words, sentence="heading-elsewhere")
                elif gap.missing:
                    yield Finding("heading-mismatch", page.path, gap.line, words, sentence="heading-missing")
                else:
                    yield Finding("heading-mismatch", page.path, block.line, words, sentence="heading-extra")
        for one, other in pairs:
            if not one or not other or one.kind != "heading":
                continue
            words = {"text": naming.excerpt(other.plain), "line": one.line, "found": "#" * other.level, "wanted": "#" * one.level,
                     "id": other.id, "wanted_id": one.id}  # fmt: skip
            if one.level != other.level:
                yield Finding("heading-mismatch", page.path, other.line, words)
            elif one.id != other.id and one.id and other.id:
                yield Finding("heading-mismatch", page.path, other.line, words, sentence="heading-with-other-id")


RULE = Rule("heading-mismatch", "error", run)
