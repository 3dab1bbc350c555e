"""The inside of a block: what a visitor reads, its links, pictures, code and raw HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token


class _AsTyped(MarkdownIt):
    """Takes every address for a link and leaves it as it was typed: rules judge it, the parser does not."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 (the name is the base class's)
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link


_PARSER = _AsTyped("commonmark")
#: Text with none of these signs reads as it stands.
_MARKUP = re.compile(r"[*_`\[\]<>\\&!\n{]")
_ATTRIBUTES = re.compile(r"\{:?[ \t]*[.#][^{}\n]*\}")


@dataclass(frozen=True)
class Link:
    """A link: its words and its target as typed."""

    text: str
    target: str


@dataclass(frozen=True)
class Picture:
    """A picture: its description and its file as typed."""

    text: str
    target: str

    @property
    def name(self) -> str:
        """The file's name without folder and ending."""
        return self.target.rpartition("/")[2].rpartition(".")[0] or self.target.rpartition("/")[2]


@dataclass(frozen=True)
class Inline:
    """A text read as Markdown. `only_pictures`: nothing but pictures stands in it; `html` and `code` as typed."""

    plain: str
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    html: tuple[str, ...] = ()
    code: tuple[str, ...] = ()
    only_pictures: bool = False


class _Gatherer:
    def __init__(self) -> None:
        self.plain: list[str] = []
        self.links: list[Link] = []
        self.pictures: list[Picture] = []
        self.html: list[str] = []
        self.code: list[str] = []
        self.open: list[tuple[str, int]] = []  # target and where its words begin in `plain`

    def take(self, token: Token) -> None:
        kind = token.type
        if kind == "text":
            self.plain.append(token.content)
        elif kind in ("softbreak", "hardbreak"):
            self.plain.append("\n")
        elif kind == "code_inline":
            self.code.append(token.content)
            self.plain.append(token.content)
        elif kind == "html_inline":
            self.html.append(token.content)
        elif kind == "image":
            self.pictures.append(Picture(token.content, str(token.attrs.get("src", ""))))
        elif kind == "link_open":
            self.open.append((str(token.attrs.get("href", "")), len(self.plain)))
        elif kind == "link_close" and self.open:
            target, start = self.open.pop()
            self.links.append(Link("".join(self.plain[start:]), target))


@lru_cache(maxsize=1024)
def read(text: str) -> Inline:
    """`text`, one block's Markdown without its markers, read. Never raises."""
    if not _MARKUP.search(text):
        return Inline(text.strip())
    if "{" in text:
        text = _ATTRIBUTES.sub("", text)
    gatherer = _Gatherer()
    for token in _PARSER.parseInline(text)[0].children or []:
        gatherer.take(token)
    plain = "".join(gatherer.plain).strip()
    return Inline(plain, tuple(gatherer.links), tuple(gatherer.pictures), tuple(gatherer.html), tuple(gatherer.code),
                  bool(gatherer.pictures) and not plain and not gatherer.html)  # fmt: skip
