"""One time that a festival takes place, as an entry of a calendar: whole days, tentative until the organiser has spoken."""

from __future__ import annotations

import datetime
import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sitekit import occurrences, search_engines, spans, stamps
from sitekit.calendars.lines import escape
from sitekit.context import Context
from sitekit.occurrences import Occurrence
from sitekit.pages import address

#: The page that shows the calendar of festivals cites this block.
BLOCK = "events"


@dataclass(frozen=True)
class Shelf:
    """Where entries lead to: the address of the page with all festivals, and the day on which it was last checked."""

    url: str
    checked: str

    @classmethod
    def of(cls, own: Context, site_url: str) -> Shelf:
        """The page of `own.reader` that shows the festivals, else their home page."""
        name = next(iter(own.site.pages.showing(own.site.pages.default, BLOCK)), "index")
        url = search_engines.absolute(site_url, address(name, own.reader))
        return cls(url, own.site.pages.shown(own.reader.code, name).header.checked)


def entries(own: Context, row: dict[str, Any], years: range, shelf: Shelf) -> Iterator[str]:
    """The lines of every time in `years` that the festival of `row` takes place, in the language of `own`."""
    seen: Counter[int] = Counter()
    for when in occurrences.occurrences(row, years):
        seen[when.start.year] += 1
        yield from _entry(own, row, when, identity(row["key"], when.start.year, seen[when.start.year]), shelf)


def identity(key: str, year: int, number: int = 1) -> str:
    """The same for all languages and addresses of the site, and when the organiser moves the days within the year."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:nghe-an:event:{key}:{year}:{number}"))


def _entry(own: Context, row: dict[str, Any], when: Occurrence, uid: str, shelf: Shelf) -> Iterator[str]:
    name, stamp, tag = own.pick(row["name"]), stamps.universal(shelf.checked), own.language.tag
    title = name if when.precision == "day" else own.words("calendar-undated", name=name)
    place = own.site.places.get(row.get("place") or "", {})
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    # a date that the organiser announces takes the place of the computed one in calendars that hold it already
    yield f"SEQUENCE:{int(when.published)}"
    yield f"DTSTART;VALUE=DATE:{when.start:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{when.end + datetime.timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY;LANGUAGE={tag}:{escape(title)}"
    yield f"LOCATION;LANGUAGE={tag}:{escape(own.plain(own.pick(row['where']), 'data/events.yml'))}"
    if place.get("coordinates"):
        yield "GEO:{};{}".format(*place["coordinates"])
    yield f"DESCRIPTION;LANGUAGE={tag}:{escape(_text(own, row, when))}"
    yield f"URL:{shelf.url}#event-{row['key']}"
    yield f"STATUS:{'CONFIRMED' if when.published else 'TENTATIVE'}"
    # nobody is busy because of a festival
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(own: Context, row: dict[str, Any], when: Occurrence) -> str:
    """Days in words and whether they are sure, the lunar days, what happens, whence we know."""
    state = own.words("event-published" if when.published else "event-unconfirmed")
    lunar = spans.lunar(row["rule"], own.language, own.words)
    publishers = dict.fromkeys(own.site.sources[key].publisher for key in row["sources"])
    lines = [own.words("labelled", label=spans.text(when, own.language, own.words), text=state),
             own.words("labelled", label=own.words("event-lunar"), text=lunar) if lunar else "",
             own.plain(own.pick(row["text"]), "data/events.yml"),
             own.words("source", names=own.words("list-comma").join(publishers))]  # fmt: skip
    return "\n".join(line for line in lines if line)
