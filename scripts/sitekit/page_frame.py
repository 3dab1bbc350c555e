"""The frame of a page, always in the reader's language: sections, languages, the way up, who publishes."""

from __future__ import annotations

from typing import Any

from sitekit.context import Context
from sitekit.pages import address


def sections(page: Context, name: str, place: str = "") -> list[dict[str, Any]]:
    """Names and links of the sections that stand in `place`; all of them when it is empty.

    `current` marks the one that page `name` is in, `exact` the page that opens it.
    """
    here = name.partition("/")[0]
    return [{"name": page.pick(row["name"]), "link": page.link(row["page"]),
             "current": row["page"].partition("/")[0] == here, "exact": row["page"] == name}
            for row in page.site.sections if place in {"", row["place"]}]  # fmt: skip


def switcher(page: Context, name: str) -> list[dict[str, Any]]:
    """Page `name` in every language; `real` where it is translated."""
    return [{"name": row.name, "tag": row.tag, "link": page.file(address(name, row)), "current": row.code == page.reader.code,
             "real": bool(page.site.pages.real(row.code, name))} for row in page.site.languages.values()]  # fmt: skip


def trail(page: Context, name: str) -> list[dict[str, str]]:
    """Name and link of the pages above page `name`: home, and the section it is in."""
    above = [{"name": page.words("home"), "link": page.link("index")}] if name != "index" else []
    section = next((row for row in sections(page, name) if row["current"] and not row["exact"]), None)
    return [*above, *([{"name": section["name"], "link": section["link"]}] if section else [])]


def publisher(page: Context) -> dict[str, Any]:
    """Who publishes the site, on what mandate, and where to ask."""
    row = page.site.publisher
    contacts = [{"name": page.pick(contact["name"]), "url": contact["url"]} for contact in row["contacts"]]
    return {"official": row["official"], "name": page.pick(row["name"]), "address": page.pick(row["address"]),
            "mandate": page.pick(row["mandate"]), "contacts": contacts}  # fmt: skip
