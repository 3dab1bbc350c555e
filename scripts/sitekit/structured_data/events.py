"""Festivals of the calendar whose days are known, with the next time of each.

schema.org has no word for “to be confirmed”: an event carries the status EventScheduled only when its organiser has
announced it; of every other the description says that the days are to be confirmed. An event of which only the month
or “around these days” is known is left out, because a date would be made up.

The page says in which language it is and which its translations are, so that no event says it again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitekit import occurrences, reference_day, search_engines
from sitekit.citations import names
from sitekit.occurrences import Occurrence, Row
from sitekit.picture_html import FOLDER
from sitekit.structured_data import places
from sitekit.structured_data.nodes import Node, node

if TYPE_CHECKING:
    from sitekit.view import View

BLOCK = "events"
#: Kinds of events that are festivals; every other is just an event.
FESTIVALS = {"folk", "temple", "new-year"}
SCHEDULED = "https://schema.org/EventScheduled"


def of_page(view: View) -> list[Node]:
    """The events of the page's calendar in the order of the data file; none on a page without one."""
    if BLOCK not in names(view.page.body):
        return []
    today = reference_day.today(view.site.pages)
    found = ((row, occurrences.following(row, today)) for row in view.site.events)
    return [_event(view, row, when) for row, when in found if when and when.precision == "day"]


def _event(view: View, row: Row, when: Occurrence) -> Node:
    anchor = f"event-{row['key']}"
    return node("Festival" if row["kind"] in FESTIVALS else "Event", f"{view.canonical}#{anchor}", url=f"{view.canonical}#{anchor}",
                name=view.inside.pick(row["name"]), description=_description(view, row, when),
                startDate=when.start.isoformat(), endDate=when.end.isoformat(), eventStatus=SCHEDULED if when.published else "",
                image=_image(view, row), location=_location(view, row))  # fmt: skip


def _description(view: View, row: Row, when: Occurrence) -> str:
    """What happens, and how sure the days are. Those of the lunar calendar stand beside it on the page."""
    told = view.inside.plain(view.inside.pick(row["text"]), "data/events.yml")
    return told + "\n" + view.t("note", text=view.t("event-published" if when.published else "event-unconfirmed"))


def _image(view: View, row: Row) -> str:
    """The picture of the page that tells more of the event, else that of this page."""
    page = view.site.pages.shown(view.reader.code, row.get("page") or view.name)
    largest = view.gallery.largest(view.gallery.find(page.header.picture, page.file))
    return search_engines.absolute(view.site_url, FOLDER + largest["file"])


def _location(view: View, row: Row) -> Node:
    where = view.inside.plain(view.inside.pick(row["where"]), "data/events.yml")
    key = row.get("place") or ""
    known = key and view.site.places[key].get("page")
    return node("Place", places.place_id(view, key) if known else "", name=where, address=places.address(view, where))
