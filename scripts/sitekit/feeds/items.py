"""What a feed of one language tells: its news, and the pages whose facts were checked last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sitekit import picture_html, search_engines
from sitekit.context import Context
from sitekit.languages import Language
from sitekit.pages import Page, address
from sitekit.site import Site

#: How many pieces of news a feed holds, and how many other pages: enough for a reader who comes once a month.
NEWS, OTHERS = 20, 20
#: Pages that only list others are never news.
LISTS = ("list",)


@dataclass(frozen=True)
class Picture:
    """A JPEG beside an item: absolute address, pixels, bytes, what it shows, whom to credit."""

    url: str
    width: int
    height: int
    bytes: int
    text: str
    credit: str


@dataclass(frozen=True)
class Item:
    """One page as a feed tells it. `published` and `updated` are ISO days; `published` is empty for pages that are no news."""

    url: str
    title: str
    lead: str
    published: str
    updated: str
    picture: Picture
    alternates: tuple[tuple[str, str], ...]


def items(site: Site, language: Language, site_url: str) -> list[Item]:
    """The items of `language`, last changed first; pages that would show another language are left out."""
    pages = [page for page in site.pages if page.language == language.code and page.header.kind not in LISTS]
    pages.sort(key=_order, reverse=True)
    news = [page for page in pages if page.header.kind == "news"][:NEWS]
    others = [page for page in pages if page.header.kind != "news"][:OTHERS]
    return [_item(site, language, page, site_url) for page in sorted([*news, *others], key=_order, reverse=True)]


def _order(page: Page) -> tuple[str, str, str]:
    return _updated(page), page.header.date, page.name


def _updated(page: Page) -> str:
    """The day on which the page last changed, as far as its header says: when its facts were checked, or when it was written."""
    return max(page.header.checked, page.header.date)


def _item(site: Site, language: Language, page: Page, site_url: str) -> Item:
    own = Context(site, address(page.name, language), language, language)
    title, lead = (own.plain(text, page.file) for text in (page.header.title, page.header.lead))
    others = tuple((row.tag, search_engines.absolute(site_url, address(page.name, row)))
                   for row in site.pages.translations(page.name) if row != language)  # fmt: skip
    picture = _picture(own, own.gallery.find(page.header.picture, page.file), site_url)
    return Item(search_engines.absolute(site_url, own.here), title, lead, page.header.date, _updated(page), picture, others)


def _picture(own: Context, image: dict[str, Any], site_url: str) -> Picture:
    """The wide cut in the format that every reader shows, as wide as a window on a desk."""
    rows = sorted((row for row in image["crops"]["hero"] if row["format"] == "jpeg"), key=lambda row: row["width"])
    row = next((row for row in rows if row["width"] >= 1200), rows[-1])
    record = image["record"]
    return Picture(search_engines.absolute(site_url, picture_html.FOLDER + row["file"]), row["width"], row["height"], row["bytes"],
                   own.gallery.description(image), str(record.get("credit") or record.get("creator") or ""))  # fmt: skip
