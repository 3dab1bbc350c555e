"""The last look at a page's text once it is HTML, by whatever reading of Markdown it became so.

Our own blocks write nothing of the kind but one script file's name, so whatever is found came with the text.
"""

from __future__ import annotations

import html as markup
import re
from html.parser import HTMLParser

from sitekit.problems import ContentError, Problem

#: What our own blocks ask for: a script file of the site.
OWN = re.compile(r"<script type=\"module\" src=\"(?:\.\./)*javascripts/[\w.-]+\.js\"></script>")
ELEMENT = re.compile(r"<\s*(?:script|style|iframe|frame|object|embed|base|meta|link|template|foreignobject|animate\w*|set)\b[^<>]*",
                     re.IGNORECASE)  # fmt: skip
#: What looks like an attribute that runs; only pages that have such text are read tag by tag.
HANDLER = re.compile(r"[\s/\"'](?:on[a-z]+|srcdoc|style|formaction)\s*=", re.IGNORECASE)
ADDRESS = re.compile(r"(?:href|src|action|data|poster)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+)", re.IGNORECASE)
#: What follows any equals sign: quickly found, and holds all that ADDRESS finds.
VALUE = re.compile(r"=(?=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+))")
UNSEEN = re.compile(r"[\x00-\x20\u200b-\u200f\u2028-\u202e\ufeff]+")
RUNS = ("javascript:", "vbscript:", "data:")


class _Reader(HTMLParser):
    """Collects tags with attributes that run, as a browser would read them: a sign inside quotation marks ends nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.alive: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if any(re.fullmatch(r"on[a-z]+|srcdoc|style|formaction", name) for name, _ in attrs):
            self.alive.append(self.get_starttag_text() or tag)


def found(html: str) -> str:
    """What of `html` would run, or ask for permission to; empty when there is none."""
    html = OWN.sub("", html)
    if match := ELEMENT.search(html):
        return match[0][:80]
    if HANDLER.search(html):
        reader = _Reader()
        reader.feed(html)
        reader.close()
        if reader.alive:
            return reader.alive[0][:80]
    if any(_runs(value) for value in VALUE.findall(html) if ":" in value or "&" in value):
        return next((str(value)[:80] for value in ADDRESS.findall(html) if _runs(value)), "")
    return ""


def _runs(value: str) -> bool:
    return UNSEEN.sub("", markup.unescape(value.strip("\"'"))).lower().startswith(RUNS)


def refuse(html: str, path: str) -> None:
    """ContentError when the page in file `path` became HTML with something alive in it."""
    if text := found(html):
        raise ContentError([Problem("page-alive", path, words={"text": text})])
