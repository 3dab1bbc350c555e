"""The sitemaps list every page that asks to be found and no other, dated, with the same translations, and pictures that exist."""

from __future__ import annotations

import datetime
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from sitekit.audit.built import Built
from sitekit.problems import Problem

INDEX = "sitemap.xml"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml",
         "i": "http://www.google.com/schemas/sitemap-image/1.1"}  # fmt: skip


def problems(site: Built) -> list[Problem]:
    """Everything in robots.txt, the index and the sitemaps that does not agree with the pages."""
    found: list[Problem] = []
    robots = site.text("robots.txt") if "robots.txt" in site.files else ""
    if f"Sitemap: {site.base}{INDEX}" not in robots.splitlines():
        found.append(Problem("robots-silent", "robots.txt", words={"address": site.base + INDEX}))
    listed: set[str] = set()
    for file in _files(site, found):
        root = _read(site, file, found)
        for row in root.findall("s:url", NAMES) if root is not None else ():
            found += _row(site, file, row)
            if row.find("s:lastmod", NAMES) is not None:  # rows of the sitemap of pictures only say where a picture stands
                listed.add(row.findtext("s:loc", "", NAMES))
    wanted = {page.address for page in site.pages.values() if page.indexed}
    return found + [Problem("sitemap-gap", site.pages[address].file) for address in sorted(wanted - listed)]


def _files(site: Built, found: list[Problem]) -> list[str]:
    root = _read(site, INDEX, found)
    rows = root.findall("s:sitemap", NAMES) if root is not None else []
    for row in rows:
        found += _date(INDEX, row)
    targets = [site.target(row.findtext("s:loc", "", NAMES), site.base) for row in rows]
    return [target[0] if target else "—" for target in targets]


def _read(site: Built, file: str, found: list[Problem]) -> ET.Element | None:
    try:
        return ET.fromstring(site.text(file))  # noqa: S314 (our own file, and an audit may well stop at a bad one)
    except (OSError, ET.ParseError) as error:
        found.append(Problem("sitemap-unreadable", file, words={"reason": error}))
        return None


def _row(site: Built, file: str, row: ET.Element) -> Iterator[Problem]:
    address = row.findtext("s:loc", "", NAMES)
    page = site.pages.get(address)
    if page is None or not page.indexed:
        yield Problem("sitemap-lost-page", file, words={"address": address})
        return
    links = {link.get("hreflang", ""): link.get("href", "") for link in row.findall("x:link", NAMES)}
    if row.find("s:lastmod", NAMES) is not None:
        yield from _date(file, row)
        if links != page.alternates:
            yield Problem("sitemap-alternates", file, words={"address": address})
    for loc in row.iterfind("i:image/i:loc", NAMES):
        target = site.target(loc.text or "", site.base)
        if target is None or target[0] not in site.files:
            yield Problem("sitemap-lost-picture", file, words={"address": loc.text, "page": address})


def _date(file: str, row: ET.Element) -> Iterator[Problem]:
    day = row.findtext("s:lastmod", "", NAMES)
    try:
        datetime.date.fromisoformat(day)
    except ValueError:
        yield Problem("sitemap-date", file, words={"address": row.findtext("s:loc", "", NAMES), "date": day or "—"})
