"""The elements of a built page as a small tree."""

from __future__ import annotations

from html.parser import HTMLParser

from sitekit import html_quick
from sitekit.html_element import VOID, Element

__all__ = ["Element", "careful", "parse"]


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if any(each.tag == tag for each in self.open[1:]):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(html: str) -> Element:
    """The tree of `html`."""
    return html_quick.tree(html) or careful(html)


def careful(html: str) -> Element:
    """The tree of whatever the web may hold."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.root
