"""Days of events from their rules: published dates, three-year rhythms, what an organiser announced, what cannot be read."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from sitekit.occurrences import Occurrence, fault, following, occurrences
from sitekit.pages import Pages
from sitekit.reference_day import today

DAY = datetime.date.fromisoformat


def _days(rule: dict[str, Any], years: range, **more: Any) -> list[str]:
    return [f"{each.start} {each.end} {each.precision}{' published' if each.published else ''}"
            for each in occurrences({"rule": rule, **more}, years)]  # fmt: skip


@pytest.mark.parametrize(("month", "first", "last", "expected"), [
    (1, 19, 21, "2027-02-24 2027-02-26"), (2, 13, 16, "2027-03-20 2027-03-23"), (2, 14, 16, "2027-03-21 2027-03-23"),
    (1, 20, 22, "2027-02-25 2027-02-27"), (1, 13, 15, "2027-02-18 2027-02-20"), (10, 9, 10, "2027-11-06 2027-11-07")])  # fmt: skip
def test_lunar_festivals(month: int, first: int, last: int, expected: str) -> None:
    """The festivals of the province fall on the days that were published for 2027."""
    assert _days({"lunar": {"month": month, "from": first, "to": last}}, range(2027, 2028)) == [f"{expected} day"]


def test_every_third_year() -> None:
    """A festival of every third year is held in 2026 and then in 2029, never before its first year."""
    rule = {"lunar": {"month": 6, "from": 14, "to": 16}, "every": 3, "since": 2026}
    assert _days(rule, range(2020, 2031)) == ["2026-07-27 2026-07-29 day", "2029-07-24 2029-07-26 day"]


def test_the_end_of_a_lunar_year_lies_in_the_next_year() -> None:
    """The twelfth month falls into January or February; the 30th of a short month is its last day."""
    rule = {"lunar": {"month": 12, "from": 30, "to": 30}}
    assert _days(rule, range(2026, 2028)) == ["2026-02-16 2026-02-16 day", "2027-02-05 2027-02-05 day"]
    assert len(_days({"lunar": {"month": 12, "from": 1, "to": 1}}, range(2026, 2051))) == 25


def test_days_that_are_not_known_exactly() -> None:
    """“Around these days” and “in this month” stay what they are."""
    assert _days({"around": {"month": 5, "from": 12, "to": 19}}, range(2027, 2028)) == ["2027-05-12 2027-05-19 around"]
    assert _days({"month": 2}, range(2027, 2029)) == ["2027-02-01 2027-02-28 month", "2028-02-01 2028-02-29 month"]
    assert _days({"solar": {"month": 9, "from": 12, "to": 12}}, range(2026, 2027)) == ["2026-09-12 2026-09-12 day"]


def test_what_the_organiser_announced_comes_first() -> None:
    """An announced date takes the place of the computed one of the same year, and of that year only."""
    found = _days({"lunar": {"month": 1, "from": 19, "to": 21}}, range(2027, 2029), published=[{"from": "2027-02-23", "to": "2027-02-26"}])
    assert found == ["2027-02-23 2027-02-26 day published", "2028-02-13 2028-02-15 day"]


def test_the_next_time() -> None:
    """An event that is under way is still the next one; after its last day it is the one of the year after."""
    row = {"rule": {"solar": {"month": 9, "from": 10, "to": 12}}}
    assert following(row, DAY("2026-09-12")) == Occurrence(DAY("2026-09-10"), DAY("2026-09-12"), "day", published=False)
    after = following(row, DAY("2026-09-13"))
    assert after
    assert after.start == DAY("2027-09-10")


@pytest.mark.parametrize("rule", [
    {"lunar": {"month": 13, "from": 1, "to": 2}}, {"lunar": {"month": 1, "from": 9, "to": 2}}, {"lunar": {"month": 1, "from": 1, "to": 31}},
    {"solar": {"month": 1}}, {"weekday": 3}, {"month": 0}, {"month": 4, "solar": {"month": 1, "from": 1, "to": 1}}, "spring",
    {"month": 4, "every": 0}, {"month": "April"}])  # fmt: skip
def test_rules_that_cannot_be_read(rule: Any) -> None:
    """A rule with a month, a day or a word that does not exist is answered with itself; a good one with nothing."""
    assert fault({"rule": rule})
    assert not fault({"rule": {"lunar": {"month": 1, "from": 19, "to": 21}, "every": 3, "since": 2026}})
    assert fault({"rule": {"month": 4}, "published": [{"from": "2027-02-30", "to": "2027-03-01"}]})


def test_today_is_never_the_clock(pages: Pages) -> None:
    """The day of the site is the newest check of a page's facts, or the one that a host's builder sets."""
    assert today(pages, {}).isoformat() == max(page.header.checked for page in pages)
    assert today(pages, {"SOURCE_DATE_EPOCH": "1798761600"}) == DAY("2027-01-01")
