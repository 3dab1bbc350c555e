"""All that one page tells machines, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitekit.structured_data import contacts, dataset, events, faq, news, nodes, pictures, places, webpage, website
from sitekit.structured_data.nodes import Node

if TYPE_CHECKING:
    from sitekit.view import View


def graph(view: View, content: str) -> list[Node]:
    """The nodes of a page whose article is `content` (HTML). A page in place of a missing translation tells nothing."""
    if view.fallback:
        return []
    main = [*([places.province(view)] if view.name == "index" else []), *places.of_page(view), *events.of_page(view),
            *faq.of_page(view, content), *news.of_page(view), *dataset.of_page(view), *contacts.of_page(view)]  # fmt: skip
    shown = view.hero + content + "".join(card["picture"] for card in view.cards)
    return [webpage.page(view, main, pictures.hero(view)), *webpage.trail(view), *website.of_page(view), *main,
            *pictures.of_page(view, shown)]  # fmt: skip


def script(view: View, content: str) -> str:
    """The same as text for a `<script>` of the page; empty for a page that tells nothing."""
    found = graph(view, content)
    return nodes.script(found) if found else ""
