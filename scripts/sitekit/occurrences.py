"""When an event takes place: days of the common calendar from the rule of a row of data/events.yml.

A pure function of the row and the years asked for; the calendar of festivals, calendar files and search engines' data
all take their dates from here. Rules:

- `{lunar: {month: 1, from: 19, to: 21}}`: days of the Vietnamese lunar calendar, computed;
- `{solar: {month: 9, from: 12, to: 12}}`: the same days every year;
- `{around: {month: 5, from: 12, to: 19}}`: somewhere near these days;
- `{month: 4}`: some day of this month;
- beside any of them `every: 3, since: 2026`: only every third year, counted from that one.

`published: [{from: 2027-02-24, to: 2027-02-26}]` holds what an organiser has announced; it takes the place of what is
computed for that year.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sitekit import lunar

#: How well the days of an occurrence are known, by the key of its rule.
PRECISION = {"lunar": "day", "solar": "day", "around": "around", "month": "month"}
LONGEST = {"lunar": 30, "solar": 31, "around": 31}

Row = dict[str, Any]


@dataclass(frozen=True, order=True)
class Occurrence:
    """One time that an event takes place, from `start` to `end`, both included.

    `precision`: `day`, `around` or `month`. `published`: announced by the organiser, not computed by us.
    """

    start: datetime.date
    end: datetime.date
    precision: str
    published: bool


def fault(row: Row) -> str:
    """What cannot be read in the rule of `row`; empty when all can."""
    rule = row["rule"]
    kinds = [key for key in PRECISION if key in rule] if isinstance(rule, dict) else []
    if len(kinds) != 1 or set(rule) - {*kinds, "every", "since"}:
        return str(rule)
    days = rule[kinds[0]] if kinds[0] != "month" else {"month": rule["month"], "from": 1, "to": 1}
    try:
        month, first, last = int(days["month"]), int(days["from"]), int(days["to"])
        [datetime.date.fromisoformat(str(each[key])) for each in row.get("published") or () for key in ("from", "to")]
        every, _ = int(rule.get("every", 1)), int(rule.get("since", 0))
    except (KeyError, TypeError, ValueError) as error:
        return f"{rule} {error}"
    longest = LONGEST.get(kinds[0], 31)
    return "" if 1 <= month <= 12 and 1 <= first <= last <= longest and every > 0 else str(rule)


def occurrences(row: Row, years: Iterable[int]) -> list[Occurrence]:
    """Every time in `years` (of the common calendar, by the first day) that the event of `row` takes place, in order."""
    wanted = set(years)
    published = [Occurrence(_date(each["from"]), _date(each["to"]), "day", published=True) for each in row.get("published") or ()]
    replaced = {each.start.year for each in published}
    computed = [each for each in _computed(row["rule"], wanted) if each.start.year not in replaced]
    return sorted(each for each in (*published, *computed) if each.start.year in wanted)


def following(row: Row, day: datetime.date) -> Occurrence | None:
    """The first time from `day` on that the event is, or is still, taking place; None when it is not within twelve years."""
    found = occurrences(row, range(day.year - 1, day.year + 13))
    return next((each for each in found if each.end >= day), None)


def _date(text: Any) -> datetime.date:
    return datetime.date.fromisoformat(str(text))


def _computed(rule: Row, wanted: set[int]) -> Iterator[Occurrence]:
    kind = next(key for key in PRECISION if key in rule)
    # the last months of a lunar year lie in the next year of the common calendar
    for year in sorted(wanted | {year - 1 for year in wanted}) if kind == "lunar" else sorted(wanted):
        since, every = rule.get("since", 0), rule.get("every", 1)
        if year >= since and (year - since) % every == 0:
            start, end = _span(kind, rule[kind], year)
            yield Occurrence(start, end, PRECISION[kind], published=False)


def _span(kind: str, days: Any, year: int) -> tuple[datetime.date, datetime.date]:
    """First and last day; a day that a short month lacks is its last one."""
    if kind == "month":
        return datetime.date(year, days, 1), datetime.date(year, days, calendar.monthrange(year, days)[1])
    month = days["month"]
    if kind == "lunar":
        length = lunar.month_length(year, month)
        return lunar.to_solar(lunar.LunarDay(year, month, min(days["from"], length))), \
            lunar.to_solar(lunar.LunarDay(year, month, min(days["to"], length)))  # fmt: skip
    length = calendar.monthrange(year, month)[1]
    return datetime.date(year, month, min(days["from"], length)), datetime.date(year, month, min(days["to"], length))
