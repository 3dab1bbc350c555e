"""A number that `data/figures.yml` holds is cited, not typed: typed numbers grow old where nobody looks for them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from sitekit.checking import statements
from sitekit.checking.corpus import Corpus
from sitekit.checking.reading_numbers import Quantity, measured
from sitekit.checking.rule import Finding, Rule

#: A number without a unit of measure is compared only when it has so many digits besides zeros at its end, and is no year.
DIGITS = 4
YEARS = (1000, 2199)


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each number of a page that has the value and the unit of a figure."""
    known = _figures(corpus)
    for said in statements.of_pages(corpus):
        for quantity in said.reading.firm:
            key = known.get(_key(quantity)) if quantity.kind == "number" else None
            if key:
                yield Finding("figure-typed-by-hand", said.path, said.line, {"written": quantity.written.strip(), "key": key})


def _key(quantity: Quantity) -> tuple[Decimal, str]:
    digits = len(quantity.number.normalize().as_tuple().digits)
    if not quantity.unit and (digits < DIGITS or (YEARS[0] <= quantity.number <= YEARS[1] and not quantity.grouped)):
        return Decimal(-1), ""
    return measured(quantity.number, quantity.unit)


def _figures(corpus: Corpus) -> dict[tuple[Decimal, str], str]:
    """Key of a figure by its value in base units and the dimension it measures; the first of several."""
    found: dict[tuple[Decimal, str], str] = {}
    for key, row in corpus.figures.items():
        for name in ("value", "low", "high"):
            try:
                value, unit = Decimal(str(row.get(name))), str(row.get("unit"))
                found.setdefault(measured(value, unit), key)
            except (InvalidOperation, ArithmeticError):
                continue
    return found


RULE = Rule("figure-typed-by-hand", "warning", run)
