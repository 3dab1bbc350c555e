"""Calendar files as a calendar reads them: by icalendar."""

from __future__ import annotations

import dataclasses
import datetime
from itertools import groupby
from pathlib import Path
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from page_list import CODES
from sitekit import citations, occurrences, reference_day, spans
from sitekit.calendars import events, lines, paths, writing
from sitekit.calendars.events import Shelf
from sitekit.context import Context
from sitekit.pages import address
from sitekit.search_engines import EXAMPLE_ADDRESS
from sitekit.site import Site


def _read(data: bytes) -> icalendar.Calendar:
    calendar = icalendar.Calendar.from_ical(data)
    assert isinstance(calendar, icalendar.Calendar)
    assert calendar.errors == []
    return calendar


def _own(project: Site, code: str) -> Context:
    language = project.languages[code]
    return Context(project, address("index", language), language, language)


def _years(project: Site) -> range:
    today = reference_day.today(project.pages)
    return range(today.year, today.year + writing.YEARS)


@pytest.mark.parametrize("code", CODES)
def test_every_time_of_every_festival_is_there(project: Site, written: Path, code: str) -> None:
    """The calendar of each language holds each festival on exactly its days of three years, as whole days, the last included."""
    calendar = _read((written / paths.whole(project.languages[code])).read_bytes())
    found = sorted((event.start, event.end) for event in calendar.events)
    wanted = sorted((when.start, when.end + datetime.timedelta(days=1)) for row in project.events
                    for when in occurrences.occurrences(row, _years(project)))  # fmt: skip
    assert found == wanted
    assert not any(isinstance(day, datetime.datetime) for span in found for day in span)


@pytest.mark.parametrize("code", CODES)
def test_what_an_entry_says(project: Site, written: Path, code: str) -> None:
    """Each entry is tentative, names the lunar days, leads to the festival on its page, and is dated by that page's header."""
    own = _own(project, code)
    name = next(name for name in project.pages.names() if "events" in citations.names(project.pages.shown("en", name).body))
    stamp = datetime.datetime.fromisoformat(f"{project.pages.shown(code, name).header.checked}T05:00:00+00:00")
    for row in project.events:
        calendar = _read((written / paths.one(project.languages[code], row["key"])).read_bytes())
        assert calendar["METHOD"] == "PUBLISH"
        for event in calendar.events:
            assert event["STATUS"] == "TENTATIVE"
            assert event["TRANSP"] == "TRANSPARENT"
            assert event["URL"] == f"{EXAMPLE_ADDRESS}{address(name, project.languages[code])}#event-{row['key']}"
            assert event.get("LAST-MODIFIED").dt == event.get("DTSTAMP").dt == stamp
            assert str(event["SUMMARY"]).startswith(row["name"][code])
            assert event["SUMMARY"].params["LANGUAGE"] == project.languages[code].tag
            assert spans.lunar(row["rule"], own.language, own.words) in str(event["DESCRIPTION"])
            assert own.words("event-unconfirmed") in str(event["DESCRIPTION"])
            assert "{{" not in str(event["DESCRIPTION"])


def test_one_identity_in_all_files(project: Site, written: Path) -> None:
    """A time of a festival has one identity: in all languages, in its own file and in the calendar of all; no other has it."""
    whole = {code: [str(event["UID"]) for event in _read((written / paths.whole(project.languages[code])).read_bytes()).events]
             for code in CODES}  # fmt: skip
    assert all(sorted(ids) == sorted(whole["vi"]) for ids in whole.values())
    assert len(set(whole["vi"])) == len(whole["vi"])
    single = [str(event["UID"]) for row in project.events
              for event in _read((written / paths.one(project.languages["vi"], row["key"])).read_bytes()).events]  # fmt: skip
    assert single == whole["vi"]


def test_identities_never_change() -> None:
    """The identity of a festival's time, by which calendars know it again, is what it was."""
    assert events.identity("den-con", 2027) == "e5cd15df-6b26-5d2e-9ded-eba3e7a4f343"


def _calendar(own: Context, row: dict[str, Any]) -> icalendar.Calendar:
    return _read(lines.file(writing.calendar(own, [row], range(2027, 2028), Shelf(EXAMPLE_ADDRESS, "2026-11-24"))))


def test_what_an_organiser_announced(project: Site) -> None:
    """An announced date moves the same entry, confirms it and counts as a newer version of it."""
    own, row = _own(project, "en"), next(row for row in project.events if row["key"] == "den-con")
    before, = _calendar(own, row).events
    after, = _calendar(own, {**row, "published": [{"from": "2027-02-23", "to": "2027-02-26"}]}).events
    assert (before["UID"], before["STATUS"], before.sequence) == (after["UID"], "TENTATIVE", 0)
    assert (after["STATUS"], after.sequence, after.start, after.end) == (
        "CONFIRMED", 1, datetime.date(2027, 2, 23), datetime.date(2027, 2, 27))  # fmt: skip
    assert own.words("event-published") in str(after["DESCRIPTION"])


def test_days_that_are_not_known_are_said_to_be_so(project: Site) -> None:
    """A festival of which only the month or the days around are known says in its title that its days are to be announced."""
    own = _own(project, "en")
    for row in project.events:
        dated = "lunar" in row["rule"] or "solar" in row["rule"]
        for event in _calendar(own, row).events:
            assert ("to be announced" in str(event["SUMMARY"])) != dated, row["key"]


def test_two_times_in_one_year_are_two_entries(project: Site) -> None:
    """The first day of the twelfth lunar month may come twice in a year of the common calendar; each has its own identity."""
    row = {**project.events[0], "rule": {"lunar": {"month": 12, "from": 1, "to": 1}}}
    own = _own(project, "en")
    found = list(events.entries(own, row, range(2026, 2060), Shelf(EXAMPLE_ADDRESS, "2026-11-24")))
    ids = [line for line in found if line.startswith("UID:")]
    years = [line[19:23] for line in found if line.startswith("DTSTART")]
    assert max(len(list(group)) for _, group in groupby(years)) == 2
    assert len(ids) == len(set(ids))


def test_places_with_coordinates_say_where(project: Site) -> None:
    """An event at a place whose coordinates are known carries them."""
    places = {row["key"]: project.places[row["place"]]["coordinates"] for row in project.events
              if row.get("place") and project.places[row["place"]].get("coordinates")}  # fmt: skip
    assert places
    for row in project.events:
        for event in _calendar(_own(project, "zh"), row).events:
            geo = event.get("GEO")
            assert ([geo.latitude, geo.longitude] if geo else None) == places.get(row["key"])


def test_texts_of_the_data_file_stay_texts(project: Site) -> None:
    """A text with line ends, semicolons or the words of a calendar file cannot add a line to one."""
    bad = dict.fromkeys(CODES, "a\nEND:VEVENT;b,\\c\r\nX:1")
    row = {**project.events[0], "name": bad, "where": bad, "text": bad}
    event, = _calendar(_own(project, "en"), row).events
    assert str(event["LOCATION"]).replace("\r", "") == bad["en"].replace("\r", "")


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"))))
def test_any_text_comes_back(text: str) -> None:
    """Whatever is written into a line is read from it again, and no line is longer than the format allows."""
    data = lines.file(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", f"DESCRIPTION:{lines.escape(text)}", "END:VCALENDAR"])
    assert max(len(line) for line in data.split(b"\r\n")) <= lines.LONGEST
    assert str(_read(data)["DESCRIPTION"]) == text


def test_without_a_page_of_festivals(project: Site) -> None:
    """Where no page shows the calendar of festivals, entries lead to the home page."""
    bare = dataclasses.replace(project)
    pages = {key: dataclasses.replace(page, body="") for key, page in project.pages._pages.items()}
    bare.pages = object.__new__(type(project.pages))
    bare.pages.__dict__.update({**project.pages.__dict__, "_pages": pages, "_citing": {}})
    assert Shelf.of(_own(bare, "lo"), EXAMPLE_ADDRESS).url == f"{EXAMPLE_ADDRESS}lo/"
