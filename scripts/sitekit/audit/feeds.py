"""Every page names the feeds of its language, and each feed and calendar of the site can be read."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable

from sitekit.audit.built import Built, Page
from sitekit.problems import Problem

ATOM, JSON_FEED = "application/atom+xml", "application/feed+json"
SPACE = "{http://www.w3.org/2005/Atom}"
CALENDAR = ".ics"


def problems(site: Built) -> list[Problem]:
    """Every page without a feed, every feed and calendar that is lost or cannot be read, and calendars no page links."""
    found = [problem for page in site.pages.values() if page.indexed for problem in _page(site, page)]
    linked = {target[0] for page in site.pages.values() for each in page.find("a")
              if (target := site.target(each.attrs.get("href", ""), page.address))}  # fmt: skip
    calendars = sorted(file for file in site.files if file.endswith(CALENDAR))
    found += [Problem("calendar-missing", "site/")] if not calendars else []
    found += [Problem("calendar-unlinked", file) for file in calendars if file not in linked]
    feeds = sorted({target[0] for page in site.pages.values() for target in _feeds(site, page).values() if target[0] in site.files})
    readers: list[tuple[list[str], Callable[[str], str]]] = [(calendars, _calendar), (feeds, _feed)]
    for files, fault in readers:
        found += [Problem("feed-unreadable", file, words={"reason": reason}) for file in files if (reason := fault(site.text(file)))]
    return found


def _feeds(site: Built, page: Page) -> dict[str, tuple[str, str]]:
    """The feeds that a page names, by type."""
    links = {kind: page.find("link", rel="alternate", type=kind) for kind in (ATOM, JSON_FEED)}
    targets = {kind: site.target(each[0].attrs.get("href", ""), page.address) for kind, each in links.items() if each}
    return {kind: target for kind, target in targets.items() if target}


def _page(site: Built, page: Page) -> list[Problem]:
    named = _feeds(site, page)
    return [Problem("feed-missing", page.file, words={"type": kind}) for kind in (ATOM, JSON_FEED)
            if kind not in named or named[kind][0] not in site.files]  # fmt: skip


def _feed(text: str) -> str:
    """What is wrong with a feed; empty when it can be read."""
    try:
        if text.lstrip().startswith("{"):
            feed = json.loads(text)
            good = feed["version"].startswith("https://jsonfeed.org/version/") and feed["title"] and all(row["id"] for row in feed["items"])
        else:
            root = ET.fromstring(text)  # noqa: S314 (our own file, and an audit may well stop at a bad one)
            entries = root.findall(f"{SPACE}entry")
            good = root.tag == f"{SPACE}feed" and all(each.findtext(f"{SPACE}{key}") for each in (root, *entries)
                                                      for key in ("id", "title", "updated"))  # fmt: skip
    except (ValueError, KeyError, TypeError, AttributeError, ET.ParseError) as error:
        return str(error) or type(error).__name__
    return "" if good else "title, id, date"


def _calendar(text: str) -> str:
    """What is wrong with a calendar; empty when it can be read."""
    lines = text.replace("\r\n ", "").split("\r\n")
    begun: list[str] = []
    for line in lines:
        key, _, value = line.partition(":")
        if key == "BEGIN":
            begun.append(value)
        elif key == "END" and (not begun or begun.pop() != value):
            return line
    events = text.count("BEGIN:VEVENT")
    whole = lines[0] == "BEGIN:VCALENDAR" and not begun and events and text.count("\r\nUID:") == events
    return "" if whole else "VCALENDAR, VEVENT, UID"
