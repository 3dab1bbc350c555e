"""The words of a built page, section by section, and its links, read from its HTML.

The HTML is our own build's: well formed, which a page of a few expressions reads many times faster than a parser for
whatever the web may hold.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

ARTICLE = ('<article class="md-content__inner', "</article>")
#: A comment, an element that is not text, the beginning or the end of another one.
TAG = re.compile(r"<!--.*?-->|<(script|style|svg)\b.*?</\1>|<(/?)([a-zA-Z][\w-]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", re.DOTALL)
ATTRIBUTE = re.compile(r"\b(id|class|href)=\"([^\"]*)\"")
#: Not the page's own words: dates and sources of figures, credits and files of pictures, what is said of a field, links to
#: maps and calendars, and lists of what is found elsewhere: news, titles of sources, the spellings that search knows anyway.
SKIPPED_CLASSES = {"site-note", "site-credit", "site-library__credit", "site-library__sizes", "site-filter", "site-news",
                   "site-source-list", "site-table--names", "site-links", "site-places"}  # fmt: skip
#: Elements inside a sentence; every other one ends it.
INLINE = {"a", "abbr", "b", "cite", "code", "data", "del", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup",
          "time", "u", "wbr", "picture", "source", "img"}  # fmt: skip
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
HEADINGS = {"h2", "h3", "h4"}


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
    skipping: list[str] = field(default_factory=list)
    heading: bool = False
    link: list[str] | None = None

    def begin(self, tag: str, attributes: str) -> None:
        values = dict(ATTRIBUTE.findall(attributes)) if attributes else {}
        if self.skipping or SKIPPED_CLASSES & set(values.get("class", "").split()):
            if tag not in VOID:
                self.skipping.append(tag)
            return
        if tag == "a" and values.get("href") and not values.get("class"):
            self.link = [html.unescape(values["href"]), ""]
        if tag in HEADINGS and values.get("id"):
            self.passages.append(Passage(html.unescape(values["id"])))
            self.heading = True
        elif tag not in INLINE:
            self.passages[-1].text += "\n"

    def end(self, tag: str) -> None:
        if self.skipping:
            if tag in self.skipping:
                while self.skipping.pop() != tag:
                    pass
            return
        if tag == "a" and self.link:
            self.links.append((self.link[0], " ".join(self.link[1].split())))
            self.link = None
        if tag in HEADINGS:
            self.heading = False
        elif tag not in INLINE:
            self.passages[-1].text += "\n"

    def words(self, text: str) -> None:
        if self.skipping or not text:
            return
        text = html.unescape(text) if "&" in text else text
        if self.link:
            self.link[1] += text
        if self.heading:
            self.passages[-1].heading += text
        else:
            self.passages[-1].text += text


def read(page: str) -> tuple[list[Passage], list[tuple[str, str]]]:
    """The passages of the built page (an empty first one is left out), and its links: where to, and their words."""
    start = page.find(ARTICLE[0])
    article = page[start : page.find(ARTICLE[1], start)] if start >= 0 else ""
    reader, at = _Reader(), 0
    for tag in TAG.finditer(article):
        reader.words(article[at : tag.start()])
        at = tag.end()
        if tag[3]:
            (reader.end if tag[2] else reader.begin)(tag[3].lower(), *([] if tag[2] else [tag[4]]))
    for passage in reader.passages:
        lines = (re.sub(r"\s+(?=[.,;:!?)])", "", " ".join(line.split())) for line in passage.text.split("\n"))
        passage.text = "\n".join(line for line in lines if line)
        passage.heading = " ".join(passage.heading.split())
    return [passage for passage in reader.passages if passage.text or passage.heading], reader.links
