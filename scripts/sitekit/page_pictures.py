"""Which pictures each built page shows as its own: the one it opens with and those in its text, not those of pages it leads to."""

from __future__ import annotations

from typing import Any

from sitekit import shown_pictures
from sitekit.pages import Page
from sitekit.picture_html import FORMATS
from sitekit.site import Site

#: Which kind of page tells most of the picture that it opens with.
KINDS = ("place", "home", "section", "article", "news", "list")
#: Where the page's own begins and ends, from the hero to the end of the article: `container` of overrides/main.html.
OWN = ('<div class="site-hero ', "</article>")


def of(html: str, images: dict[str, Any]) -> list[str]:
    """The names of the pictures (of the manifest `images`) of the built page `html`, in the order in which they stand."""
    start = html.find(OWN[0])
    end = html.find(OWN[1], start)
    return shown_pictures.keys(html[start:end] if 0 <= start < end else "", images)


def owners(site: Site, shown: dict[str, list[str]]) -> list[tuple[Page, list[str]]]:
    """Every picture once, under a page of the default language: the one it tells most of, else the first that shows it."""
    pages = sorted((page for page in site.pages if page.language == site.pages.default),
                   key=lambda page: (KINDS.index(page.header.kind), page.name))  # fmt: skip
    found: dict[str, list[str]] = {}
    for key in sorted(site.images):
        first = [page for page in pages if page.header.picture in (key, key.rpartition(".")[0])]
        showing = first or [page for page in pages if key in shown[page.file]]
        if showing:
            found.setdefault(showing[0].file, []).append(key)
    return [(page, found[page.file]) for page in pages if page.file in found]


def largest(site: Site, key: str) -> str:
    """The file name of the widest rendition of the whole picture `key` in the format that everything reads."""
    rows = site.images[key]["renditions"]
    last = max(list(FORMATS).index(row["format"]) for row in rows)
    usable = [row for row in rows if row["format"] == list(FORMATS)[last]]
    return str(max(usable, key=lambda row: row["width"])["file"])
