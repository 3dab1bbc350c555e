"""Figures of one sort stand in the order of the Vietnamese text; two of them changing places would leave every number there."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from itertools import combinations, pairwise

from sitekit.checking import naming, statements, wording
from sitekit.checking.corpus import Corpus
from sitekit.checking.lenient_yaml import Map
from sitekit.checking.reading_numbers import Quantity, measured
from sitekit.checking.rule import Finding, Rule
from sitekit.checking.statements import Statement

#: A Chinese sentence puts the time and the whole first (15年内税率10%, 459名代表中453名): a figure of time, or the larger of
#: two counts, may move to the front, and typed years keep their order only inside a range.
WHOLE_FIRST = ("zh",)
TIMES = ("year", "month", "day", "hour")


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each text in which cited figures, years or documents are those of the source in another order."""
    for source, translation in statements.counterparts(corpus):
        there, here = _changed(source, translation, corpus)
        if there != here:
            place, language = naming.lines([source.line]), naming.language(translation.code)
            there, here = _different(there, here)
            words = {"there": wording.quoted(there), "here": wording.quoted(here), "place": place, "language": language}
            yield Finding("figure-order", translation.path, translation.line, words)


def _different(one: list[str], other: list[str]) -> tuple[list[str], list[str]]:
    """Both lists without what they begin and end with alike."""
    while one and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return one, other


def _changed(source: Statement, translation: Statement, corpus: Corpus) -> tuple[list[str], list[str]]:
    """The first two sequences of one sort that hold the same in another order, else two empty ones."""
    loose = translation.code in WHOLE_FIRST
    one, other = _cited(source), _cited(translation)
    if one != other and sorted(one) == sorted(other) and not (loose and _grammar(one, other, corpus)):
        return one, other
    if len(source.reading.firm) > 1 and len(translation.reading.firm) > 1:
        there, here = _typed(source, loose), _typed(translation, loose)
        for sort, one in there.items():
            other = here.get(sort, [])
            if one != other and sorted(one) == sorted(other):
                return one, other
    return [], []


def _cited(said: Statement) -> list[str]:
    return [f"{{{{ {one.key} }}}}" for one in said.citations if one.figure and one.form not in ("note", "as-of")]


def _grammar(one: list[str], other: list[str], corpus: Corpus) -> bool:
    """Whether every figure that overtook another is a time, or the larger of two counts."""
    rows = {cited: corpus.figures.get(cited.strip("{} "), Map()) for cited in one}
    places = {cited: place for place, cited in enumerate(other)}
    overtaken = [(rows[first], rows[second]) for first, second in combinations(one, 2) if places[second] < places[first]]
    return all(_may_overtake(second, first) for first, second in overtaken)


def _may_overtake(row: Map, other: Map) -> bool:
    if row.get("unit") in TIMES:
        return other.get("unit") not in TIMES
    (value, measure), (passed, other_measure) = _measured(row), _measured(other)
    return not measure and not other_measure and value > passed


def _measured(row: Map) -> tuple[Decimal, str]:
    try:
        value = Decimal(str(row.get("value", row.get("high"))))
    except InvalidOperation:
        value = Decimal(0)
    return measured(value if value.is_finite() else Decimal(0), str(row.get("unit")))


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
