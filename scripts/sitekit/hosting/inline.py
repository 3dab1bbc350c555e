"""Inline scripts and styles of pages, by the digests with which a Content-Security-Policy allows them.

Only what a browser would run counts: blocks of data (JSON-LD, the theme's settings) need no permission.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ELEMENT = re.compile(r"<(script|style)\b([^>]*)>((?:[^<]++|<(?!/\1\s*+>))*+)</\1\s*>", re.IGNORECASE)
SRC = re.compile(r"\ssrc\s*=", re.IGNORECASE)
TYPE = re.compile(r"""\stype\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
#: Types of scripts that browsers run; any other type is data.
RUN = {"", "module", "text/javascript", "application/javascript"}


@dataclass(frozen=True)
class Digests:
    """CSP sources (`'sha256-…'`) of inline scripts and of inline styles, sorted."""

    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()


def digest(text: str) -> str:
    """The CSP source of an inline element's `text`."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def of(html: str) -> Digests:
    """What one page has inline. A browser reads line ends as LF before it compares."""
    scripts: set[str] = set()
    styles: set[str] = set()
    for kind, attributes, text in ELEMENT.findall(html.replace("\r\n", "\n")):
        if kind.lower() == "style":
            styles.add(digest(text))
        elif not SRC.search(attributes) and _type(attributes) in RUN:
            scripts.add(digest(text))
    return Digests(tuple(sorted(scripts)), tuple(sorted(styles)))


def _type(attributes: str) -> str:
    found = TYPE.search(attributes)
    return found[1].lower() if found else ""


def together(pages: Iterable[Digests]) -> Digests:
    """What many pages have inline."""
    known = list(pages)
    return Digests(tuple(sorted({each for page in known for each in page.scripts})),
                   tuple(sorted({each for page in known for each in page.styles})))  # fmt: skip


def site(folder: Path) -> Digests:
    """What the pages of the site built in `folder` have inline."""
    return together(of(file.read_text("utf-8")) for file in sorted(folder.rglob("*.html")))
