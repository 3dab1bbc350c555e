"""Figures of one sort stand in the order of the Vietnamese text; two of them changing places would leave every number there."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from itertools import combinations, pairwise

from sitekit.checking import naming, statements, wording
from sitekit.checking.corpus import Corpus
from sitekit.checking.lenient_yaml import Map
from sitekit.checking.reading_numbers import Quantity
from sitekit.checking.rule import Finding, Rule
from sitekit.checking.statements import Statement

#: A Chinese sentence puts the time and the whole first (459名代表中453名): only figures of one unit are compared there,
#: a larger one may move to the front, and years keep their order only inside a range.
WHOLE_FIRST = ("zh",)


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each text in which cited figures, years or documents are those of the source in another order."""
    for source, translation in statements.counterparts(corpus):
        there, here = _changed(source, translation, corpus)
        if there != here:
            place, language = naming.lines([source.line]), naming.language(translation.code)
            words = {"there": wording.quoted(there), "here": wording.quoted(here), "place": place, "language": language}
            yield Finding("figure-order", translation.path, translation.line, words)


def _changed(source: Statement, translation: Statement, corpus: Corpus) -> tuple[list[str], list[str]]:
    """The first two sequences of one sort that hold the same in another order, else two empty ones."""
    loose = translation.code in WHOLE_FIRST
    there, here = _cited(source, corpus, loose), _cited(translation, corpus, loose)
    if len(source.reading.firm) > 1 and len(translation.reading.firm) > 1:
        there |= _typed(source, loose)
        here |= _typed(translation, loose)
    for sort, one in there.items():
        other = here.get(sort, [])
        if one != other and sorted(one) == sorted(other) and not (loose and _larger_first(one, other, corpus)):
            return one, other
    return [], []


def _larger_first(one: list[str], other: list[str], corpus: Corpus) -> bool:
    """Whether every figure that overtook another is the larger one."""
    values = {key: _value(corpus, key) for key in one}
    places = {key: place for place, key in enumerate(other)}
    overtaken = [(values[first], values[second]) for first, second in combinations(one, 2) if places[second] < places[first]]
    return all(first is not None and second is not None and second > first for first, second in overtaken)


def _value(corpus: Corpus, cited: str) -> Decimal | None:
    row = corpus.figures.get(cited.strip("{} "), Map())
    try:
        value = Decimal(str(row.get("value", row.get("high"))))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _cited(said: Statement, corpus: Corpus, loose: bool) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in said.citations:
        if one.figure and one.form not in ("note", "as-of"):
            unit = corpus.figures[one.key].get("unit") if one.key in corpus.figures else None
            found.setdefault(f"figure {unit if loose else ''}", []).append(f"{{{{ {one.key} }}}}")
    return found


def _typed(said: Statement, loose: bool) -> dict[str, list[str]]:
    quantities = said.reading.firm
    if loose:
        return {f"range {place}": pair for place, pair in enumerate(_ranges(said, quantities))}
    found: dict[str, list[str]] = {}
    for one in quantities:
        if isinstance(one.value, str) or (one.kind == "date" and isinstance(one.value, tuple) and one.value[0]):
            found.setdefault(one.kind, []).append(one.value if isinstance(one.value, str) else str(one.value[0]))
    return found


def _ranges(said: Statement, quantities: list[Quantity]) -> list[list[str]]:
    pairs = pairwise(quantities)
    return [[str(one), str(other)] for one, other in pairs if said.reading.joined(one, other)]


RULE = Rule("figure-order", "warning", run)
