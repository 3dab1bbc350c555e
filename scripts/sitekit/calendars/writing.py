"""Puts the calendar files into the built site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sitekit import reference_day
from sitekit.calendars import paths
from sitekit.calendars.events import Shelf, entries
from sitekit.calendars.lines import escape, file
from sitekit.context import Context
from sitekit.pages import address
from sitekit.site import Site

#: This year and the next two, as on the page.
YEARS = 3


def write(site: Site, folder: Path, site_url: str) -> None:
    """Write `events.ics` and `events/<key>.ics` of every language into the built site in `folder`."""
    today = reference_day.today(site.pages)
    years = range(today.year, today.year + YEARS)
    for language in site.languages.values():
        own = Context(site, address("index", language), language, language)
        shelf = Shelf.of(own, site_url)
        files = {paths.whole(language): site.events, **{paths.one(language, row["key"]): [row] for row in site.events}}
        for path, rows in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(file(calendar(own, rows, years, shelf)))


def calendar(own: Context, rows: Iterable[dict[str, Any]], years: range, shelf: Shelf) -> Iterator[str]:
    """The lines of a calendar with every time in `years` of every festival in `rows`."""
    name = escape(own.words("calendar-title", site=own.words("site-name")))
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:-//Nghe An//Festivals//{own.language.tag.upper()}"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    # the second is what calendars knew before RFC 7986 named the first
    yield f"NAME:{name}"
    yield f"X-WR-CALNAME:{name}"
    yield f"URL:{shelf.url}"
    yield "REFRESH-INTERVAL;VALUE=DURATION:P7D"
    yield "X-PUBLISHED-TTL:P7D"
    for row in rows:
        yield from entries(own, row, years, shelf)
    yield "END:VCALENDAR"
