"""Whether two quantities say the same: kinds, units and calendars of two languages beside each other."""

from __future__ import annotations

from decimal import Decimal

from sitekit.checking.reading_numbers.lexicon import same_measure, size
from sitekit.checking.reading_numbers.quantity import Quantity

#: A bare number may be any of these; they are not each other: 5 March is not 3 May.
BARE = "number"
CALENDAR = ("year", "month", "day", "hour", "minute", "century")


def agree(one: Quantity, two: Quantity) -> bool:
    """Whether two quantities of two languages say the same."""
    if {one.calendar, two.calendar} == {"lunar", "solar"} or not _kinds_agree(one, two):
        return False
    if one.unit != two.unit and not _comparable(one, two):
        return False
    return any(_equal(first, second, one.unit, two.unit) for first in one.values for second in two.values)


def _kinds_agree(one: Quantity, two: Quantity) -> bool:
    if one.kind == two.kind:
        return True
    bare, other = (one, two) if one.kind == BARE else (two, one)
    if bare.kind != BARE or bare.unit or (bare.grouped and other.kind == "year"):
        return False
    if other.kind == "month" and not bare.firm:
        return False  # a month is never a bare number word: chín ngày is no tháng 9
    return other.kind in CALENDAR or bool(other.others)  # 2/3 is a date, and two thirds


def _comparable(one: Quantity, two: Quantity) -> bool:
    if one.unit and two.unit:
        return same_measure(one.unit, two.unit)
    # a missing unit is a matter of style (5 đến 7 km), a missing per cent is another number; words may be either
    return "percent" not in (one.unit, two.unit) or not (one.firm and two.firm)


def _equal(first: object, second: object, unit: str, other: str) -> bool:
    if unit and other and unit != other:
        return isinstance(first, Decimal) and isinstance(second, Decimal) and first * size(unit) == second * size(other)
    return first == second


def covers(whole: Quantity, part: Quantity) -> bool:
    """Whether `whole` says at least what `part` says: 1 October 2025 covers October 2025."""
    if whole.kind == part.kind == "date" and isinstance(whole.value, tuple) and isinstance(part.value, tuple):
        same = all(one in (0, other) for one, other in zip(part.value, whole.value, strict=True))
        return same and {whole.calendar, part.calendar} != {"lunar", "solar"}
    return agree(whole, part) or all(any(agree(one, other) for one in whole.parts()) for other in part.parts())
