"""`{{ events }}`: the festivals in the order of their next days, month by month, and when each is held after that.

The sources of all of them are one folded list at the end, which sitekit.leaves moves out of the page: beside each festival they
weighed as much as all that is told of it.
"""

from __future__ import annotations

import datetime
from html import escape
from itertools import groupby
from typing import Any

from sitekit import numbers, occurrences, reference_day, spans
from sitekit.calendars import paths
from sitekit.context import Context
from sitekit.occurrences import Occurrence
from sitekit.pages import address

Row = dict[str, Any]


def html(page: Context) -> str:
    """Every festival under the month of its next time; those that begin on the same day in the order of the data file."""
    today = reference_day.today(page.site.pages)
    coming = [(found, row) for row in page.site.events if (found := occurrences.following(row, today))]
    coming.sort(key=lambda pair: (pair[0].start.replace(day=1), pair[0].precision == "month", pair[0].start))
    months = []
    for month, group in groupby(coming, lambda pair: f"{pair[0].start:%Y-%m}"):
        written = numbers.date(month, page.language)
        title = page.heading(written[:1].upper() + written[1:], ident=f"month-{month}")
        items = "".join(_event(page, row, following) for following, row in group)
        months.append(f'<section class="site-month">{title}<ul>{items}</ul></section>')
    whole = _file(page, paths.whole(page.reader), "calendar-all")
    return f'<div class="site-events"><p class="site-links">{whole}</p>{"".join(months)}</div>{_sources(page, [row for _, row in coming])}'


def _event(page: Context, row: Row, following: Occurrence) -> str:
    name, title = page.tell(row["name"]), page.plain(page.pick(row["name"]), "data/events.yml")
    if row.get("page") and address(row["page"], page.reader) != page.here:
        name = f'<a href="{page.link(row["page"])}">{name}</a>'
    state = page.words("event-published" if following.published else "event-unconfirmed")
    details = (("event-lunar", escape(spans.lunar(row["rule"], page.language, page.words))), ("fact-commune", page.tell(row["where"])),
               ("event-after", _after(page, row, following)))  # fmt: skip
    facts = "".join(f"<div><dt>{page.words(key)}</dt><dd>{value}</dd></div>" for key, value in details if value)
    return (f'<li class="site-event" id="event-{row["key"]}">'
            f'<p class="site-event__days">{_days(page, following)} <small>{escape(state)}</small></p>'
            f'{page.heading(name, below=1)}<p>{page.tell(row["text"])}</p><dl>{facts}</dl>'
            f'<p class="site-links">{_file(page, paths.one(page.reader, row["key"]), "calendar-add", title)}</p></li>')  # fmt: skip


def _sources(page: Context, rows: list[Row]) -> str:
    """What each festival of `rows` rests on, one line for each, in the order of the calendar."""
    items = "".join(f"<li>{page.words('labelled', label=page.tell(row['name']), text=page.sources(row))}</li>" for row in rows)
    return (f'<details class="site-part site-source-list" data-leaf="festival-sources">'
            f'<summary>{page.words("event-sources")}</summary><ul>{items}</ul></details>')  # fmt: skip


def _file(page: Context, path: str, word: str, what: str = "") -> str:
    """A link to a calendar file. No `download`: a telephone then offers to add it to its calendar."""
    label = f' aria-label="{escape(page.words("labelled", label=page.words(word), text=what), quote=True)}"' if what else ""
    return f'<a href="{page.file(path)}" type="text/calendar"{label}>{page.words(word)}</a>'


def _days(page: Context, when: Occurrence) -> str:
    value = f"{when.start:%Y-%m}" if when.precision == "month" else when.start.isoformat()
    return f'<time datetime="{value}">{escape(spans.text(when, page.language, page.words))}</time>'


def _after(page: Context, row: Row, following: Occurrence) -> str:
    """The time after the next one. More of them are in the calendar files."""
    then = occurrences.following(row, following.end + datetime.timedelta(days=1))
    return escape(spans.text(then, page.language, page.words)) if then else ""
