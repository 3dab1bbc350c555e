"""Months, leap months and days: the rules of the calendar, given the moon and the sun.

A month begins on the day of a new moon. The month that holds the winter solstice is the eleventh. When thirteen months
lie between two eleventh ones, the first of them in which the sun enters no new sign repeats the number before it.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import lru_cache

from sitekit.lunar.clock import day_of, end_of
from sitekit.lunar.moon import MONTH, new_moon
from sitekit.lunar.sun import longitude


@dataclass(frozen=True, order=True)
class LunarDay:
    """A day of the calendar: `year` is the one in which the year of the lunar calendar begins, `leap` a repeated month."""

    year: int
    month: int
    day: int
    leap: bool = False


@lru_cache(maxsize=4096)
def _start(number: int) -> datetime.date:
    """The first day of the month that begins with new moon `number`."""
    return day_of(new_moon(number))


def _number(day: datetime.date) -> int:
    """The number of the new moon that begins the month of `day`."""
    number = round((day - datetime.date(2000, 1, 6)).days / MONTH) + 1
    while _start(number) > day:
        number -= 1
    return number


def _sign(number: int) -> int:
    """The sign (0–11) in which the sun stands when the day before month `number` ends."""
    return int(longitude(end_of(_start(number) - datetime.timedelta(days=1))) // 30)


@lru_cache(maxsize=512)
def _eleventh(year: int) -> int:
    """The number of the month that holds the winter solstice of `year`."""
    number = _number(datetime.date(year, 12, 31))
    return number if _sign(number) < 9 else number - 1


@lru_cache(maxsize=512)
def _months(year: int) -> tuple[tuple[int, bool, int], ...]:
    """(month, leap, number) of every month from the eleventh of `year - 1` up to the eleventh of `year`, which is left out."""
    first, end = _eleventh(year - 1), _eleventh(year)
    numbers = range(first, end)
    still = (number for number in numbers if _sign(number) == _sign(number + 1))
    repeated = next(still, None) if len(numbers) == 13 else None
    rows: list[tuple[int, bool, int]] = []
    for number in numbers:
        leap = number == repeated
        month = rows[-1][0] + (not leap) if rows else 11
        rows.append((month - 12 if month > 12 else month, leap, number))
    return tuple(rows)


def _find(day: LunarDay) -> int:
    """The number of the month of `day`; ValueError when the year has no such month."""
    for month, leap, number in _months(day.year + (day.month > 10)):
        if (month, leap) == (day.month, day.leap):
            return number
    raise ValueError(day)


def month_length(year: int, month: int, leap: bool = False) -> int:
    """29 or 30: the days of a month; ValueError when the year has no such month."""
    number = _find(LunarDay(year, month, 1, leap))
    return (_start(number + 1) - _start(number)).days


def to_solar(day: LunarDay) -> datetime.date:
    """The date on which `day` falls; ValueError when the calendar has no such day."""
    if not 1 <= day.day <= month_length(day.year, day.month, day.leap):
        raise ValueError(day)
    return _start(_find(day)) + datetime.timedelta(days=day.day - 1)


def from_solar(day: datetime.date) -> LunarDay:
    """The day of the calendar on which `day` falls."""
    number = _number(day)
    year = day.year + (number >= _eleventh(day.year))
    month, leap, _ = next(row for row in _months(year) if row[2] == number)
    return LunarDay(year - (month > 10), month, (day - _start(number)).days + 1, leap)
