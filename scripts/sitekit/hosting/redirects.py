"""Old addresses: which pages were published, which are gone, and where their readers are sent."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path

from sitekit import datafiles
from sitekit.languages import Language
from sitekit.pages import Pages, address
from sitekit.problems import Problem, closest

FILE, PUBLISHED = "data/redirects.yml", "data/published.txt"


def load(root: Path) -> dict[str, str]:
    """Old page → new page; names without language and ending. A project without the file has none."""
    if not (root / FILE).is_file():
        return {}
    return {str(old): str(new) for old, new in (datafiles.load(root, FILE) or {}).items()}


def published(root: Path) -> list[str]:
    """The names of pages that are or were published; none where no list is kept."""
    file = root / PUBLISHED
    if not file.is_file():
        return []
    return [line.strip() for line in file.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]


def unlisted(root: Path, pages: Pages) -> list[str]:
    """Pages that the list of published ones lacks."""
    return sorted(set(pages.names()) - set(published(root)))


def problems(root: Path, pages: Pages) -> list[Problem]:
    """Published pages that are gone without a word, and redirects that lead nowhere, in a circle or away from a page."""
    moved, names = load(root), set(pages.names())
    found = [Problem("page-gone", PUBLISHED, words={"name": name, "closest": closest(name, names) or "…"})
             for name in published(root) if name not in names and name not in moved]  # fmt: skip
    for old, new in moved.items():
        if old in names:
            found.append(Problem("redirect-of-page", FILE, words={"name": old}))
        if new not in names:
            near = moved[new] if new in moved else closest(new, names) or "—"
            found.append(Problem("redirect-nowhere", FILE, words={"name": old, "target": new, "closest": near}))
    return found


def addresses(moved: Mapping[str, str], languages: Mapping[str, Language]) -> dict[str, str]:
    """Old address → new address below the site's root, in every language."""
    return {address(old, language): address(new, language) for old, new in moved.items() for language in languages.values()}


def stub(target: str, label: str) -> str:
    """A page that sends its reader on to absolute address `target`, for hosts that cannot redirect."""
    link = escape(target)
    return (f'<!doctype html>\n<html><head><meta charset="utf-8"><title>{escape(label)}</title>'
            f'<meta name="robots" content="noindex"><link rel="canonical" href="{link}">'
            f'<meta http-equiv="refresh" content="0; url={link}"></head><body><a href="{link}">{link}</a></body></html>\n')  # fmt: skip
