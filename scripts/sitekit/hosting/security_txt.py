"""`.well-known/security.txt` (RFC 9116): whom to tell of a hole in the site, from data/security.yml.

Expires is counted from the site's own day, not the clock: the same source gives the same file.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from sitekit import datafiles, reference_day
from sitekit.languages import Language
from sitekit.pages import Pages, address
from sitekit.problems import Problem
from sitekit.search_engines import absolute

FILE, PATH = "data/security.yml", ".well-known/security.txt"
#: RFC 9116 advises less than a year.
LONGEST = 365


def text(rows: dict[str, Any], site_url: str, today: datetime.date, languages: list[Language]) -> str:
    """The file for the site at `site_url`; lines as the RFC names them."""
    day = expires(rows, today)
    lines = [f"Contact: {_contact(contact, site_url, languages)}" for contact in rows["contacts"]]
    lines.append(f"Expires: {day.isoformat()}T00:00:00Z")
    lines.append("Preferred-Languages: " + ", ".join(sorted({language.tag.partition("-")[0] for language in languages})))
    lines.append(f"Canonical: {absolute(site_url, PATH)}")
    return "\n".join(lines) + "\n"


def _contact(contact: str, site_url: str, languages: list[Language]) -> str:
    """An address as it stands, or that of a page in the first language."""
    return contact if ":" in contact else absolute(site_url, address(contact, languages[0]))


def expires(rows: dict[str, Any], today: datetime.date) -> datetime.date:
    """The day from which the file is not to be believed any more."""
    return today + datetime.timedelta(days=int(rows["days"]))


def problems(root: Path, pages: Pages) -> list[Problem]:
    """A validity that is over at once or too long, and a file without anybody to tell."""
    if not (root / FILE).is_file():
        return []
    rows = datafiles.load(root, FILE)
    found = [] if 0 < int(rows["days"]) <= LONGEST else [Problem("security-days", FILE, words={"days": rows["days"], "most": LONGEST})]
    names = pages.names()
    wrong = [each for each in rows["contacts"] if not each.startswith(("mailto:", "tel:", "https:")) and each not in names]
    if not rows["contacts"] or wrong:
        found.append(Problem("security-contact", FILE, words={"contact": ", ".join(wrong) or "—"}))
    return found


def over(root: Path, pages: Pages, now: datetime.date) -> list[Problem]:
    """A problem when the file, published on day `now`, would already be out of date."""
    day = expires(datafiles.load(root, FILE), reference_day.today(pages))
    return [] if now < day else [Problem("security-over", FILE, words={"day": day.isoformat()})]


def write(root: Path, folder: Path, pages: Pages, site_url: str) -> None:
    """Write the file into the built site in `folder`, where the project has data for it."""
    if (root / FILE).is_file():
        target = folder / PATH
        target.parent.mkdir(exist_ok=True)
        target.write_text(text(datafiles.load(root, FILE), site_url, reference_day.today(pages), list(pages.languages.values())), "utf-8")
