"""The page itself: what kind of page it is, when its facts were checked, where it stands, its translations."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from sitekit import citations, last_changed
from sitekit.structured_data import idents, website
from sitekit.structured_data.nodes import Node, node, ref

if TYPE_CHECKING:
    from sitekit.view import View

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
#: Kinds of pages that are more than a page; every other is a WebPage.
KINDS = {"section": "CollectionPage", "list": "CollectionPage"}
#: Pages with one of these blocks are of this type whatever their kind.
BLOCKS = {"table:contacts": "ContactPage", "news": "CollectionPage"}
ABOUT, FAQ = "about/index", "faq"


def is_faq(view: View) -> bool:
    """Whether the headings of the page are questions and what follows each is its answer."""
    return view.name.rpartition("/")[2] == FAQ


def _type(view: View) -> str:
    if is_faq(view):
        return "FAQPage"
    if view.name == ABOUT:
        return "AboutPage"
    blocks = citations.names(view.page.body)
    return next((kind for block, kind in BLOCKS.items() if block in blocks), KINDS.get(view.header.kind, "WebPage"))


def page(view: View, main: list[Node], picture: Node) -> Node:
    """The page; `main` are the things it is about, `picture` the one it opens with."""
    trail = {"breadcrumb": ref(view.canonical + "#trail")} if view.trail else {}
    return node(_type(view), view.canonical, url=view.canonical, name=view.plain(view.header.title),
                description=view.plain(view.header.description), inLanguage=view.reader.tag, isPartOf=ref(website.site_id(view)),
                publisher=ref(website.publisher_id(view)), license=LICENCE, primaryImageOfPage=ref(picture["@id"]),
                dateModified=last_changed.day(view.site, view.page).isoformat(), lastReviewed=view.header.checked,
                mainEntity=[ref(each["@id"]) for each in main], **trail,
                **idents.translations(view, view.name, ""))  # fmt: skip


def trail(view: View) -> list[Node]:
    """Home, section and this page; nothing on the home page, which stands below no other."""
    if not view.trail:
        return []
    steps = [(row["name"], urljoin(view.canonical, row["link"])) for row in view.trail]
    steps.append((view.plain(view.header.title), view.canonical))
    items = [node("ListItem", position=number, name=name, item=ref(url)) for number, (name, url) in enumerate(steps, 1)]
    return [node("BreadcrumbList", view.canonical + "#trail", itemListElement=items)]
