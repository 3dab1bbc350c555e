"""How much content the site holds, and what is still open: numbers counted from pages and data."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from sitekit import citations, page_sources, picture_html
from sitekit.pages import Page
from sitekit.site import Site

#: Mark-up that is no word: pictures, addresses of links, ids of headings, signs at the start of lines and around words.
MARKUP = re.compile(r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|\{ ?#[^}]*\}|^[#>|\-*\s]+|^\d+\. |[|*`\[]", re.MULTILINE)
#: A status of a glossary form that a native editor has still to confirm.
PROPOSED = "proposed"
PENDING = "pending"


@dataclass(frozen=True)
class Count:
    """One line of the report: an id of data/reports/content.yml and a number for each language (`all` for the whole site)."""

    key: str
    numbers: dict[str, int]


def words(text: str, language: str) -> int:
    """The length of `text` as its readers measure it.

    Vietnamese and English: words between blanks. Chinese: characters. Lao, which writes no blanks between words: letters,
    without the vowels and tones that stand above and below them. A figure counts as one.
    """
    figures = len(citations.CITATION.findall(text))
    plain = MARKUP.sub(" ", citations.CITATION.sub(" ", text))
    if language == "zh":
        return figures + sum("\u4e00" <= char <= "\u9fff" for char in plain)
    if language == "lo":
        return figures + sum("\u0e80" <= char <= "\u0eff" and unicodedata.category(char) == "Lo" for char in plain)
    return figures + sum(any(char.isalnum() for char in word) for word in plain.split())


def counts(site: Site) -> list[Count]:
    """The lines of the report, in order."""
    codes = list(site.languages)
    pages = {code: [page for page in site.pages if page.language == code] for code in codes}
    figures = {key for page in site.pages for key in page_sources.figures(site, page)}
    used = {source.key for page in site.pages for source in page_sources.used(site, page)}
    return [
        Count("pages", {code: len(found) for code, found in pages.items()}),
        Count("words", {code: sum(map(_length, found)) for code, found in pages.items()}),
        Count("no-picture", {code: sum(not _has_picture(page) for page in found) for code, found in pages.items()}),
        Count("not-reviewed", {code: sum(page.header.native_review == PENDING for page in found) for code, found in pages.items()}),
        Count("proposed", {code: _proposed(site, code) for code in codes}),
        Count("figures", {"all": len(figures)}),
        Count("sources", {"all": len(used)}),
        Count("unused-figures", {"all": len(site.figures.keys() - figures)}),
        Count("unused-sources", {"all": len(site.sources.keys() - used)}),
    ]


def _length(page: Page) -> int:
    return words("\n".join((page.header.title, page.header.lead, page.body)), page.language)


def _has_picture(page: Page) -> bool:
    return bool(picture_html.MARKDOWN.search(page.body)) or any(name in _drawn(page) for name in ("map", "pictures", "plot"))


def _drawn(page: Page) -> Iterable[str]:
    return {name.partition(":")[0] for name in citations.names(page.body)}


def _proposed(site: Site, code: str) -> int:
    return sum(row.get(code, {}).get("status") == PROPOSED for row in site.glossary.values())
