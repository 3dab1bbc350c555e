"""The names of nodes: addresses of pages with an anchor, so that each leads to where the thing is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitekit import search_engines
from sitekit.languages import REFERENCE, Language
from sitekit.structured_data.nodes import Node, ref

if TYPE_CHECKING:
    from sitekit.view import View


def page(view: View, name: str, language: Language | None = None) -> str:
    """Absolute address of page `name` in `language` (the reader's unless given), or of the page that stands in for it."""
    return search_engines.canonical(view.site.pages, name, language or view.reader, view.site_url)


def home(view: View, language: Language | None = None) -> str:
    """Absolute address of the home page."""
    return page(view, "index", language)


def at(address: str, anchor: str) -> str:
    """The name of the thing at `anchor` of the page at `address`; without an anchor that of the page itself."""
    return f"{address}#{anchor}" if anchor else address


def others(view: View, name: str) -> list[Language]:
    """The other languages in which page `name` really exists."""
    return [language for language in view.site.pages.translations(name) if language != view.reader]


def same(view: View, name: str, anchor: str) -> list[str]:
    """The names of the same thing at `anchor` of page `name` in the other languages."""
    return [at(page(view, name, language), anchor) for language in others(view, name)]


def translations(view: View, name: str, anchor: str) -> dict[str, Node | list[Node]]:
    """The property that links a work at `anchor` of page `name` with its original, or the original with its translations."""
    if not view.site.pages.real(REFERENCE, name):
        return {}
    if view.reader.code != REFERENCE:
        return {"translationOfWork": ref(at(page(view, name, view.site.languages[REFERENCE]), anchor))}
    return {"workTranslation": [ref(ident) for ident in same(view, name, anchor)]}
