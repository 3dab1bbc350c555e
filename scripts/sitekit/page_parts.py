"""Parts around the text of a page: key figures, the fact box of a place, a card that leads to another page."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from sitekit import picture_sizes
from sitekit.context import Context
from sitekit.frontmatter import Header
from sitekit.maps import services

#: Rows of a place's fact box, in order; each is a text of data/places.yml.
FACTS = ("status", "access", "best_time", "hours")
#: From here on a figure of the strip is written in words.
LARGE = 1_000_000


def strip(page: Context, header: Header) -> list[dict[str, str]]:
    """Key figures of a page: number (HTML), label and note (text) of each."""
    rows = []
    for key in header.figures:
        figure = page.site.figures[key]
        dated = page.words("as-of", date=page.date(figure.as_of)) if figure.as_of else ""
        estimate = page.words("estimate") if figure.estimate else ""
        # where a line is too narrow for both, it ends between the number and its Chinese unit, never within 平方公里
        number = re.sub(r"(?<=\d)(?=[\u4e00-\u9fff])", "<wbr>", page.figure(figure, "words" if figure.high >= LARGE else "full"))
        rows.append({"number": number, "label": page.pick(figure.label),
                     "note": page.words("list-comma").join(part for part in (estimate, dated) if part)})  # fmt: skip
    return rows


def facts(page: Context, place: dict[str, Any]) -> list[tuple[str, str]]:
    """The fact box of `place`: (label, HTML) rows."""
    where = page.pick(place["commune"])
    if place.get("before"):
        where = page.words("formerly", now=where, before=page.pick(place["before"]))
    rows = [(page.words("fact-commune"), escape(where, quote=False))]
    rows += [(page.words(f"fact-{key}"), page.tell(place[key])) for key in FACTS if place.get(key)]
    if place.get("coordinates"):
        latitude, longitude = place["coordinates"]
        rows.append((page.words("fact-coordinates"), f'<a href="{services.geo(place)}">{latitude}, {longitude}</a>'))
    rows.append((page.words("fact-map"), f'<span class="site-links">{services.html(page, place)}</span>'))
    return rows


def card(own: Context, name: str, count: int) -> dict[str, str]:
    """One of `count` cards that lead on, to page `name`: title, text and picture (HTML), link, and `lang` where it falls back."""
    page = own.site.pages.shown(own.reader.code, name)
    picture = own.gallery.picture(own.gallery.find(page.header.picture, page.file), picture_sizes.cards(count), crop="card", text="")
    title, text = (own.prose(own.plain(text, page.file)) for text in (page.header.title, page.header.lead))
    return {"title": title, "text": text, "link": own.link(name), "lang": own.foreign, "picture": picture}
