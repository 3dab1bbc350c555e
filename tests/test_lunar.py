"""The Vietnamese lunar calendar against published dates and against its own rules, over two hundred years."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from sitekit.lunar import LunarDay, from_solar, month_length, to_solar

CASES = yaml.safe_load((Path(__file__).parent / "cases/lunar.yml").read_text("utf-8"))
DAY = datetime.timedelta(days=1)


def _leaps(first: int, last: int) -> list[tuple[int, int]]:
    found = []
    for year in range(first, last + 1):
        for month in range(1, 13):
            try:
                month_length(year, month, leap=True)
            except ValueError:
                continue
            found.append((year, month))
    return found


@pytest.mark.parametrize("case", CASES["sourced"], ids=lambda case: f"{case['of']} {case['solar']}")
def test_published_dates(case: dict[str, Any]) -> None:
    """Every date that was published for a festival of the province comes out."""
    assert to_solar(LunarDay(*case["lunar"])) == case["solar"]


@pytest.mark.parametrize("case", CASES["tet"], ids=lambda case: str(case["year"]))
def test_viet_nam_s_meridian_and_not_china_s(case: dict[str, Any]) -> None:
    """In the years in which Tết and the Chinese New Year differ, the date is Viet Nam's."""
    assert to_solar(LunarDay(case["year"], 1, 1)) == case["vietnam"] != case["china"]


def test_two_hundred_years_of_days() -> None:
    """From 1900 to 2100 every day has its place: months of 29 or 30 days, each beginning where the last ends, and back again."""
    day, last = datetime.date(1900, 1, 31), datetime.date(2101, 1, 29)
    before = from_solar(day - DAY)
    while day < last:
        found = from_solar(day)
        assert to_solar(found) == day
        if found.day == 1:
            assert before.day in {29, 30}
            assert found.month == (before.month if found.leap else before.month % 12 + 1)
            assert found.year == before.year + (found.month == 1 and not found.leap)
        else:
            assert found == LunarDay(before.year, before.month, before.day + 1, before.leap)
        day, before = day + DAY, found


def test_leap_months() -> None:
    """The repeated months of 1900–2100 are those of an independent ephemeris, never two in a year, seven in nineteen years."""
    expected = [tuple(map(int, row.split("-"))) for row in CASES["leaps"].split()]
    found = [row for row in _leaps(1900, 2100) if row[0] != 1938]
    assert found == expected
    years = [year for year, _ in _leaps(1900, 2100)]
    assert len(set(years)) == len(years)
    assert all(sum(start <= year < start + 19 for year in years) == 7 for start in range(1900, 2082))


@pytest.mark.parametrize("text", CASES["close"])
def test_new_moons_beside_midnight(text: str) -> None:
    """A new moon less than a minute from midnight begins its month on the right side of it."""
    assert from_solar(datetime.date.fromisoformat(text)).day == 1


def test_the_eleventh_month_holds_the_solstice() -> None:
    """The winter solstice of every year (21 or 22 December) lies in the eleventh month; Tết between 20 January and 21 February."""
    for year in range(1900, 2101):
        months = {from_solar(datetime.date(year, 12, day)).month for day in (21, 22)}
        assert 11 in months, year
        tet = to_solar(LunarDay(year, 1, 1))
        assert (1, 20) <= (tet.month, tet.day) <= (2, 21), year


@pytest.mark.parametrize("day", [LunarDay(2026, 13, 1), LunarDay(2026, 1, 0), LunarDay(2026, 1, 31), LunarDay(2026, 1, 1, True)])
def test_days_that_do_not_exist(day: LunarDay) -> None:
    """A day, a month or a repeated month that the calendar lacks is refused."""
    with pytest.raises(ValueError, match="LunarDay"):
        to_solar(day)
