"""The words of a built page, section by section, read from its HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

ARTICLE = re.compile(r'<article class="md-content__inner.*?</article>', re.DOTALL)
#: Not the page's own words: drawings, dates and sources of figures, credits and files of pictures, what is said of a field,
#: and lists of what is found elsewhere: news, titles of sources, the spellings that search knows anyway; links to maps and calendars.
SKIPPED_TAGS = {"svg", "script", "style"}
SKIPPED_CLASSES = {"site-note", "site-credit", "site-library__credit", "site-library__sizes", "site-filter", "site-news",
                   "site-source-list", "site-table--names", "site-links", "site-places"}  # fmt: skip
#: Elements inside a sentence; every other one ends it.
INLINE = {"a", "abbr", "b", "cite", "code", "data", "del", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup",
          "time", "u", "wbr", "picture", "source", "img"}  # fmt: skip
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


@dataclass
class Passage:
    """One section: its id (empty before the first heading), its heading, and its text with one line per block."""

    ident: str = ""
    heading: str = ""
    text: str = ""


@dataclass
class _Reader(HTMLParser):
    passages: list[Passage] = field(default_factory=lambda: [Passage()])

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.skipping: list[str] = []
        self.heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if self.skipping or tag in SKIPPED_TAGS or SKIPPED_CLASSES & set((values.get("class") or "").split()):
            if tag not in VOID:
                self.skipping.append(tag)
            return
        if tag in {"h2", "h3", "h4"} and values.get("id"):
            self.passages.append(Passage(values["id"] or ""))
            self.heading = True
        elif tag not in INLINE:
            self.passages[-1].text += "\n"

    def handle_endtag(self, tag: str) -> None:
        if self.skipping:
            if tag in self.skipping:
                while self.skipping.pop() != tag:
                    pass
        elif tag in {"h2", "h3", "h4"}:
            self.heading = False
        elif tag not in INLINE:
            self.passages[-1].text += "\n"

    def handle_data(self, data: str) -> None:
        if self.skipping:
            return
        if self.heading:
            self.passages[-1].heading += data
        else:
            self.passages[-1].text += data


def read(html: str) -> list[Passage]:
    """The passages of the built page `html`; an empty first one is left out."""
    match = ARTICLE.search(html)
    reader = _Reader()
    reader.feed(match[0] if match else "")
    reader.close()
    for passage in reader.passages:
        lines = (re.sub(r"\s+(?=[.,;:!?)])", "", re.sub(r"[^\S\n]+", " ", line)).strip() for line in passage.text.split("\n"))
        passage.text = "\n".join(line for line in lines if line)
        passage.heading = " ".join(passage.heading.split())
    return [passage for passage in reader.passages if passage.text or passage.heading]
