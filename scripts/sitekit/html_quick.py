"""Reads well-formed HTML, as our own build writes it, in a fraction of a parser's time; whatever else comes is left to the parser."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

from sitekit.html_element import VOID, Element

#: A comment, the doctype, or the beginning or end of an element.
TOKEN = re.compile(
    r"<!--(?:(?!--).)*-->|<!doctype[^<>]*>|<(/?)([a-z][a-z0-9-]*)((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>", re.DOTALL | re.IGNORECASE
)
#: An attribute with the blanks that follow it; its value in quotes or without.
ATTRIBUTE = re.compile(r"""([^\s/>="'<]+)(?:=("[^"]*"|'[^']*'|[^\s>"'=<`]+))?(?:\s+|$)""")
#: Elements whose content is no mark-up.
RAW = {"script", "style"}


def tree(html: str) -> Element | None:
    """The tree of `html`; None where anything in it is not as plain as it could be."""
    root = Element("")
    opened, children, at = [root], root.children, 0
    for match in TOKEN.finditer(html):
        start = match.start()
        if start < at:
            continue  # it lies in the text of a script
        if at < start and not _text(children, html[at:start]):
            return None
        at = match.end()
        closing, tag, rest = match.groups()
        if not tag:
            continue
        tag = tag.lower()
        if closing:
            if rest.strip() or opened.pop().tag != tag:
                return None
            children = opened[-1].children
            continue
        rest = rest.strip()
        attributes = _attributes(rest.removesuffix("/")) if rest else ()
        if attributes is None:
            return None
        element = Element(tag, dict(attributes))
        children.append(element)
        if tag in RAW:
            end, at = at, html.find(f"</{tag}>", at)
            if at < 0 or "</" in html[end:at]:
                return None
            element.children += [html[end:at]] if at > end else []
        if tag not in VOID and not rest.endswith("/"):
            opened.append(element)
            children = element.children
    return root if len(opened) == 1 and _text(root.children, html[at:]) else None


def _text(children: list[Element | str], text: str) -> bool:
    """Add `text` to `children`; False when a sign in it belongs to no text."""
    if "<" in text:
        return False
    if text:
        children.append(unescape(text) if "&" in text else text)
    return True


@lru_cache(maxsize=8192)
def _attributes(text: str) -> tuple[tuple[str, str], ...] | None:
    """Name and value of each attribute; most are written alike many times."""
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
    return tuple(found.items())
