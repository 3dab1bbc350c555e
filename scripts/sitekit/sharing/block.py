"""The sharing block at the foot of a page: values for its template."""

from __future__ import annotations

from typing import Any

from sitekit import search_engines
from sitekit.cards import card as cards
from sitekit.cards.shapes import WIDE
from sitekit.context import Context
from sitekit.languages import Language
from sitekit.pages import Page
from sitekit.sharing import code, links


def of(context: Context, reader: Language, page: Page, address: str, site_url: str) -> dict[str, Any]:
    """`address`, `links` and `code` (the name of its file beside the page, or empty) for `page`; `context` speaks the language of its text.

    A reader who gets the English text passes the English page on, in the words and to the networks of their own.
    """
    site = context.site
    title = context.plain(page.header.title, page.file)
    picture = search_engines.absolute(site_url, cards.make(site, page, WIDE).address)
    return {"address": address, "links": links.of(site.sharing, reader.code, address, title, picture),
            "code": code.FILE if reader.code in site.sharing["code"] else ""}  # fmt: skip
