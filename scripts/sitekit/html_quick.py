"""Reads well-formed HTML, as our own build writes it, in a fraction of a parser's time; whatever else comes is left to the parser."""

from __future__ import annotations

import re
from html import unescape

from sitekit.html_element import VOID, Element

#: A comment, the doctype, or the beginning or end of an element.
TOKEN = re.compile(
    r"<!--(?:(?!--).)*-->|<!doctype[^<>]*>|<(/?)([a-z][a-z0-9-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>", re.DOTALL | re.IGNORECASE
)
#: An attribute with the blanks that follow it; its value in quotes or without.
ATTRIBUTE = re.compile(r"""([^\s/>="'<]+)(?:=("[^"]*"|'[^']*'|[^\s>"'=<`]+))?(?:\s+|$)""")
#: Elements whose content is no mark-up.
RAW = {"script", "style"}


def tree(html: str) -> Element | None:
    """The tree of `html`; None where anything in it is not as plain as it could be."""
    root = Element("")
    opened, at = [root], 0
    while match := TOKEN.search(html, at):
        start, end = match.span()
        if at < start and not _text(opened[-1], html[at:start]):
            return None
        at = end
        closing, tag, rest = match.groups()
        if not tag:
            continue
        tag, rest = tag.lower(), rest.strip()
        if closing:
            if rest or opened[-1].tag != tag:
                return None
            opened.pop()
            continue
        attributes = _attributes(rest.removesuffix("/")) if rest else {}
        if attributes is None:
            return None
        element = Element(tag, attributes)
        opened[-1].children.append(element)
        if tag in RAW:
            at = html.find(f"</{tag}>", end)
            if at < 0 or "</" in html[end:at]:
                return None
            element.children += [html[end:at]] if at > end else []
        if tag not in VOID and not rest.endswith("/"):
            opened.append(element)
    return root if len(opened) == 1 and _text(root, html[at:]) else None


def _text(element: Element, text: str) -> bool:
    """Add `text` to `element`; False when a sign in it belongs to no text."""
    if "<" in text:
        return False
    if text:
        element.children.append(unescape(text) if "&" in text else text)
    return True


def _attributes(text: str) -> dict[str, str] | None:
    found: dict[str, str] = {}
    at = 0
    while at < len(text):
        match = ATTRIBUTE.match(text, at)
        if not match:
            return None
        value = match[2] or ""
        if value[:1] in {'"', "'"}:
            value = value[1:-1]
        elif value and match.end() == len(text):
            return None  # a stroke at the end may belong to the value or close the element
        found[match[1].lower()] = unescape(value) if "&" in value else value
        at = match.end()
    return found
