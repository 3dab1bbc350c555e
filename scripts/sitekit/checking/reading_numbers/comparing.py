"""What numbers one text has and another lacks, whatever the separators, magnitudes, order of a date or number words."""

from __future__ import annotations

from collections import Counter

from sitekit.checking.reading_numbers.agreement import BARE, agree
from sitekit.checking.reading_numbers.quantity import Quantity
from sitekit.checking.reading_numbers.reader import Reading

#: A text may name a year or month once more than the other: “2024年…，同年” for “năm 2024 … năm 2024”.
REPEATED = ("year", "month")
YEARS = (1000, 2199)
#: Beyond this many leftovers on both sides pairs are not sought: the texts have nothing to do with each other.
MOST_PAIRS = 4000


def differences(source: Reading, translation: Reading) -> tuple[list[Quantity], list[Quantity]]:
    """Numbers of `source` without a counterpart in `translation`, and numbers of `translation` without one in `source`."""
    left, right = _firm(source), _firm(translation)
    left, right = _without_equals(left, right)
    left, right = _without_pairs(left, right)
    if not left and not right:
        return [], []
    left, right = _without_pairs(left, translation.words)[0], _without_pairs(right, source.words)[0]
    left_parts, right_parts = _parts(left), _parts(right)
    left_parts, right_parts = _without_pairs(left_parts, right_parts)
    if not (_has_calendar(left_parts) and _has_calendar(right_parts)):  # where both lack one, one stands for the other
        left_parts = _without_repeated(left_parts, _parts(_firm(translation)))
        right_parts = _without_repeated(right_parts, _parts(_firm(source)))
    left_parts = _without_pairs(left_parts, _parts(translation.words))[0]
    right_parts = _without_pairs(right_parts, _parts(source.words))[0]
    return _whole(left_parts, left), _whole(right_parts, right)


def _firm(reading: Reading) -> list[Quantity]:
    return [quantity for quantity in reading.firm if quantity.firm]


def _parts(quantities: list[Quantity]) -> list[Quantity]:
    return [part for quantity in quantities for part in quantity.parts() if part.kind != "minute" or part.value]


def _key(quantity: Quantity) -> tuple[object, ...]:
    return quantity.kind, quantity.value, quantity.unit, quantity.grouped and quantity.kind == BARE, quantity.calendar


def _without_equals(left: list[Quantity], right: list[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """Both lists without what stands in both, unit and all."""
    there, here = Counter(map(_key, right)), Counter(map(_key, left))
    rest = []
    for quantities, counts in ((left, there), (right, here)):
        kept = []
        for quantity in quantities:
            if counts[_key(quantity)] > 0:
                counts[_key(quantity)] -= 1
            else:
                kept.append(quantity)
        rest.append(kept)
    return rest[0], rest[1]


def _without_pairs(left: list[Quantity], right: list[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """Both lists without pairs that agree: the same kind first, then a bare number for a year, month or ordinal."""
    if len(left) * len(right) > MOST_PAIRS:
        return left, right
    right = list(right)
    for strict in (True, False):
        kept = []
        for quantity in left:
            partner = next((place for place, other in enumerate(right)
                            if (quantity.kind == other.kind or not strict) and agree(quantity, other)), None)  # fmt: skip
            if partner is None:
                kept.append(quantity)
            else:
                del right[partner]
        left = kept
    return left, right


def _without_repeated(parts: list[Quantity], there: list[Quantity]) -> list[Quantity]:
    known = [part for part in there if part.kind in REPEATED or _may_be_year(part)]
    return [part for part in parts
            if not ((part.kind in REPEATED or _may_be_year(part)) and any(agree(part, other) for other in known))]  # fmt: skip


def _has_calendar(parts: list[Quantity]) -> bool:
    return any(part.kind in REPEATED or _may_be_year(part) for part in parts)


def _may_be_year(part: Quantity) -> bool:
    return part.kind == BARE and not (part.unit or part.grouped) and YEARS[0] <= part.number <= YEARS[1]


def _whole(parts: list[Quantity], quantities: list[Quantity]) -> list[Quantity]:
    """The quantities that the `parts` were taken from, once each."""
    places = {part.start for part in parts}
    return [quantity for quantity in quantities if quantity.start in places]
