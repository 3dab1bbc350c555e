"""Questions and answers, as the page shows them: its headings, and the text below each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitekit.search import passages
from sitekit.structured_data import webpage
from sitekit.structured_data.nodes import Node, node

if TYPE_CHECKING:
    from sitekit.view import View


def of_page(view: View, content: str) -> list[Node]:
    """The questions of the page whose article is `content` (HTML); none on any other page."""
    if not webpage.is_faq(view):
        return []
    whole, _ = passages.read(f'<article class="md-content__inner">{content}</article>')
    found = [passage for passage in whole if passage.ident]
    return [node("Question", f"{view.canonical}#{each.ident}", name=each.heading,
                 acceptedAnswer=node("Answer", text=each.text, inLanguage=view.reader.tag)) for each in found]  # fmt: skip
