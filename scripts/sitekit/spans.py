"""Spans of days in words: 24–26 February 2027, ngày 19–21 tháng Giêng, 正月十九至二十一."""

from __future__ import annotations

import datetime
from typing import Any

from sitekit import numbers
from sitekit.interface import Words
from sitekit.languages import Language
from sitekit.occurrences import Occurrence


def text(occurrence: Occurrence, language: Language, words: Words) -> str:
    """The days of `occurrence`; a month alone, or “around …”, when nothing better is known."""
    if occurrence.precision == "month":
        return numbers.date(f"{occurrence.start:%Y-%m}", language)
    days = _days(occurrence.start, occurrence.end, language, words)
    return words("days-around", days=days) if occurrence.precision == "around" else days


def _days(start: datetime.date, end: datetime.date, language: Language, words: Words) -> str:
    first, last = (numbers.date(day.isoformat(), language) for day in (start, end))
    if start == end:
        return first
    if (start.year, start.month) == (end.year, end.month):
        return words("days-in-month", first=start.day, last=end.day, month=numbers.date(f"{start:%Y-%m}", language))
    return words("days-apart", first=first, last=last)


def lunar(rule: dict[str, Any], language: Language, words: Words) -> str:
    """The days of a lunar rule (`{lunar: {month: 1, from: 19, to: 21}}`); empty for every other rule."""
    days = rule.get("lunar")
    if not days:
        return ""
    first, last = (language.lunar_days[day - 1] if language.lunar_days else str(day) for day in (days["from"], days["to"]))
    return words("lunar-day" if first == last else "lunar-days", first=first, last=last, month=words(f"lunar-month-{days['month']}"))
