"""Each page has a title and a description of its own, as long as search engines show in its language."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.audit import limits
from sitekit.audit.built import Built, Page
from sitekit.problems import Problem

#: What is looked at → the rules for its length and for one that stands twice.
RULES = {"title": ("built-title-length", "title-twice"), "description": ("built-description-length", "description-twice")}


def problems(site: Built) -> list[Problem]:
    """Every title and description that is missing, too short, too long, or used twice in a language."""
    found: list[Problem] = []
    first: dict[tuple[str, str, str], str] = {}
    for page in site.pages.values():
        if not page.indexed:
            continue  # its words are those of the page that it stands in for
        for what, text in (("title", _title(page)), ("description", page.meta("description"))):
            found += _length(page, what, text)
            other = first.setdefault((what, page.lang, text), page.file)
            if text and other != page.file:
                found.append(Problem(RULES[what][1], page.file, words={"text": text, "other": other}))
    return found


def _title(page: Page) -> str:
    heads = page.find("head")
    titles = heads[0].find("title") if heads else []
    return "".join(child for child in titles[0].children if isinstance(child, str)).strip() if titles else ""


def _length(page: Page, what: str, text: str) -> Iterator[Problem]:
    least, most = limits.length(what, page.lang)
    if not least <= len(text) <= most:
        yield Problem(RULES[what][0], page.file, words={"count": len(text), "least": least, "most": most, "text": text})
