"""Numbers and figures of a translation must be those of its Vietnamese source, however each language writes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sitekit.checking import naming, statements, wording
from sitekit.checking.blocks import Citation
from sitekit.checking.corpus import Corpus
from sitekit.checking.reading_numbers import Quantity, Reading, covers, differences
from sitekit.checking.rule import Finding, Rule
from sitekit.checking.statements import Statement

#: Forms of a figure that print its value; a note or a date is something else.
VALUES = ("full", "words", "number")

#: Texts of the header that sum the page up in so many letters as a search engine shows.
SUMMARIES = ("description", "lead")


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each text whose typed numbers, or whose cited figures, are not those of the Vietnamese text."""
    for source, translation in statements.counterparts(corpus):
        if source.citations or translation.citations:
            lost, added = _cited(source.citations), _cited(translation.citations)
            yield from _finding(source, translation, [*(lost - added).elements()], [*(added - lost).elements()])
        if source.reading.firm or translation.reading.firm:
            missing, extra = differences(source.reading, translation.reading)
            if source.kind in SUMMARIES and (missing or extra):
                missing, extra = _summary(corpus, source, translation, missing, extra)
            yield from _finding(source, translation, [one.written.strip() for one in missing], [one.written.strip() for one in extra])


def _summary(
    corpus: Corpus, source: Statement, translation: Statement, missing: list[Quantity], extra: list[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """A summary may choose other numbers of the page: only one that the Vietnamese page has nowhere is a mistake."""
    _, _, *name = source.path.removesuffix(".md").split("/")
    page = corpus.page(source.code, "/".join(name))
    whole = Reading("\n".join(block.text for block in page.texts), source.code) if page else source.reading
    there = [*whole.firm, *whole.words]
    extra = [one for one in extra if not any(covers(other, one) for other in there)]
    return (missing, extra) if extra else ([], [])


def _cited(citations: tuple[Citation, ...]) -> Counter[str]:
    return Counter(f"{{{{ {one.key}{'' if one.form in VALUES else f' | {one.form}'} }}}}" for one in citations if one.figure)


def _finding(source: Statement, translation: Statement, missing: list[str], extra: list[str]) -> Iterator[Finding]:
    if not missing and not extra:
        return
    sentence = "" if missing and extra else "number-left-out" if missing else "number-added"
    words = {"there": wording.quoted(missing), "here": wording.quoted(extra),
             "place": naming.lines([source.line]), "language": naming.language(translation.code)}  # fmt: skip
    yield Finding("number-mismatch", translation.path, translation.line, words, sentence=sentence)


RULE = Rule("number-mismatch", "error", run)
