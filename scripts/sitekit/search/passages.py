"""The words of a built page, section by section, and its links, read from its HTML.

The HTML is our own build's: well formed, which one expression reads many times faster than a parser for whatever the web
may hold.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

ARTICLE = ('<article class="md-content__inner', "</article>")
#: A comment or an element that is not text; the beginning or the end of any other element.
TAG = re.compile(r"<!--.*?-->|<(script|style|svg)\b(?:[^<]++|<(?!/\1>))*+</\1>"
                 r"|<(/?)([a-z][a-z0-9-]*)([^>\"']*+(?:(?:\"[^\"]*+\"|'[^']*+')[^>\"']*+)*+)>", re.DOTALL)  # fmt: skip
ATTRIBUTE = re.compile(r"\b(id|class|href)=\"([^\"]*)\"")
#: Not the page's own words: dates and sources of figures, credits and files of pictures, what is said of a field, links to
#: maps and calendars, and lists of what is found elsewhere: news, titles of sources, the spellings that search knows anyway.
SKIPPED = re.compile(r"class=\"[^\"]*(?<![\w-])site-(?:note|credit|library__credit|library__sizes|filter|news|source-list|table--names"
                     r"|links|places)(?![\w-])")
#: Elements inside a sentence; every other one ends it.
INLINE = {"a", "abbr", "b", "cite", "code", "data", "del", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup",
          "time", "u", "wbr", "picture", "source", "img"}  # fmt: skip
#: Those whose end says nothing.
PLAIN = INLINE - {"a"}
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
HEADINGS = {"h2", "h3", "h4"}
BEFORE_SIGN = re.compile(r"\s+(?=[.,;:!?)])")


@dataclass
class Passage:
    """One section: its id (empty before the first heading), its heading, and its text with one line per block."""

    ident: str = ""
    heading: str = ""
    text: str = ""


@dataclass
class _Reader:
    passages: list[Passage] = field(default_factory=lambda: [Passage()])
    #: Where a link of the text leads, and what it is called there.
    links: list[tuple[str, str]] = field(default_factory=list)
    #: The words so far of the passage, of its heading, of the link; None outside of one.
    text: list[str] = field(default_factory=list)
    heading: list[str] | None = None
    link: list[str] | None = None
    #: The element that is skipped, and how many of its kind are open.
    skipped: str = ""
    depth: int = 0

    def begin(self, tag: str, attributes: str) -> None:
        if attributes and tag not in VOID and SKIPPED.search(attributes):
            self.skipped, self.depth = tag, 1
        elif tag == "a":
            values = dict(ATTRIBUTE.findall(attributes))
            self.link = [html.unescape(values["href"])] if values.get("href") and not values.get("class") else None
        elif tag in HEADINGS and (values := dict(ATTRIBUTE.findall(attributes))).get("id"):
            self.close()
            self.passages.append(Passage(html.unescape(values["id"])))
            self.heading = []
        elif tag not in INLINE:
            self.text.append("\n")

    def end(self, tag: str) -> None:
        if tag == "a" and self.link:
            self.links.append((self.link[0], " ".join("".join(self.link[1:]).split())))
            self.link = None
        if tag in HEADINGS and self.heading is not None:
            self.passages[-1].heading = " ".join("".join(self.heading).split())
            self.heading = None
        elif tag not in INLINE:
            self.text.append("\n")

    def words(self, text: str) -> None:
        text = html.unescape(text) if "&" in text else text
        (self.text if self.heading is None else self.heading).append(text)
        if self.link:
            self.link.append(text)

    def close(self) -> None:
        lines = [" ".join(words) for line in "".join(self.text).split("\n") if (words := line.split())]
        self.passages[-1].text = "\n".join([kept for line in lines if (kept := BEFORE_SIGN.sub("", line))])
        self.text = []


def read(page: str) -> tuple[list[Passage], list[tuple[str, str]]]:
    """The passages of the built page (an empty first one is left out), and its links: where to, and their words."""
    start = page.find(ARTICLE[0])
    article = page[start : page.find(ARTICLE[1], start)] if start >= 0 else ""
    reader, at = _Reader(), 0
    for match in TAG.finditer(article):
        if at < match.start() and not reader.skipped:
            reader.words(article[at : match.start()])
        at = match.end()
        _, end, tag, attributes = match.groups()
        if not tag:
            continue
        if reader.skipped:
            if tag == reader.skipped:
                reader.depth += -1 if end else 1
                reader.skipped = tag if reader.depth else ""
        elif end and tag in PLAIN:
            continue  # most of the ends
        elif end:
            reader.end(tag)
        else:
            reader.begin(tag, attributes)
    reader.close()
    return [passage for passage in reader.passages if passage.text or passage.heading], reader.links
