"""A page's Markdown as blocks with the lines they stand on: headings, paragraphs, list items, table rows, pictures.

Parsed by markdown-it-py, which knows lines; Python-Markdown, which MkDocs uses, does not. Where the two read a page
differently (a list without a blank line before it, a list nested by two spaces) rules of their own say so.
Citations `{{ … }}` are set aside before parsing, as the build fills them before Markdown sees them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sitekit.checking.inline import Inline, read

#: Stands for one citation in `text` and `plain`; the n-th of a block is `citations[n]`.
CITATION = "\ufffc"
#: One citation; what is never closed stays in the text, and is not looked for again from every brace.
CITED = re.compile(r"\{\{((?:(?!\{\{|\}\}).)*)\}\}")
_ID = re.compile(r"[ \t]*\{:?[ \t]*(?P<inside>[^{}]*)\}[ \t]*$")
_FIGURE = re.compile(r"\s*([A-Za-z0-9_]+)\s*(?:\|\s*([a-z-]+)\s*)?")
_TIGHT_HEADING = re.compile(r"(#{1,6})([^#\s].*)")
_PARSER = MarkdownIt("commonmark").enable("table")
_PARSER.core.ruler.enableOnly(["normalize", "block"])


@dataclass(frozen=True)
class Citation:
    """What stands between double braces. `key` is the figure's, or the block's name as in `table:parks`."""

    raw: str
    key: str
    form: str
    figure: bool


def citation(inside: str) -> Citation:
    """The citation with `inside` between its braces; a block (`map`, `table: parks`) is no figure."""
    match = _FIGURE.fullmatch(inside)
    key, form = (match[1], match[2] or "full") if match else (re.sub(r"\s+", "", inside), "")
    return Citation(inside, key, form, bool(match))


@dataclass(frozen=True)
class Block:
    """One block. Lines count from 1 in the file; `last` is its last line.

    `kind`: heading, paragraph, item, row, picture, citation, html, code, rule; in a header: title, description, lead.
    `text` is its Markdown without markers, each citation one CITATION; `level` a heading's, or an item's depth (1 …);
    `group` numbers the list or table an item or row belongs to; `indent` is the item's column; `head` marks a table's head.
    """

    kind: str
    line: int
    last: int
    text: str
    citations: tuple[Citation, ...] = ()
    level: int = 0
    id: str = ""
    ordered: bool = False
    group: int = 0
    indent: int = 0
    head: bool = False
    cells: tuple[str, ...] = ()

    @cached_property
    def inline(self) -> Inline:
        """Its text read as Markdown."""
        return read(self.text)

    @property
    def plain(self) -> str:
        """What a visitor reads: no mark-up, no addresses; each citation one CITATION."""
        return self.inline.plain

    @property
    def shape(self) -> tuple[str, int, bool]:
        """What a translation of the block must share with it."""
        return self.kind, self.level, self.ordered


class _Reader:
    """Walks the parser's tokens once."""

    def __init__(self, body: str, first_line: int) -> None:
        self.first = first_line
        self.lines = body.split("\n")
        self.cited: dict[int, list[Citation]] = {}
        clean = []
        for number, line in enumerate(self.lines):
            text = line.replace(CITATION, " ")
            if "{{" in line:
                self.cited[number] = [citation(inside) for inside in CITED.findall(text)]
                text = CITED.sub(CITATION, text)
            clean.append(text)
        self.tokens = _PARSER.parse("\n".join(clean))
        self.found: list[Block] = []
        self.lists: list[tuple[bool, int]] = []  # open lists: ordered?, number
        self.groups = 0
        self.item: Token | None = None  # a list item whose first text is still to come
        self.heading = 0
        self.row: list[str] | None = None
        self.row_at = 0
        self.head = False

    def _add(self, kind: str, start: int, end: int, text: str, **more: object) -> None:
        cited = tuple(found for number in range(start, end) for found in self.cited.get(number, ())) if self.cited else ()
        self.found.append(Block(kind, start + self.first, max(start + 1, end) - 1 + self.first, text, cited, **more))  # type: ignore[arg-type]

    def run(self) -> list[Block]:
        for token in self.tokens:
            kind = token.type
            if kind == "inline":
                self._inline(token)
            elif kind in ("bullet_list_open", "ordered_list_open"):
                self.groups += 1
                self.lists.append((kind[0] == "o", self.groups))
            elif kind in ("bullet_list_close", "ordered_list_close"):
                self.lists.pop()
            elif kind == "list_item_open":
                self._empty_item()
                self.item = token
            elif kind == "list_item_close":
                self._empty_item()
            elif kind == "heading_open":
                self.heading = int(token.tag[1])
            elif kind == "table_open":
                self.groups += 1
            elif kind in ("thead_open", "thead_close"):
                self.head = kind == "thead_open"
            elif kind == "tr_open":
                self.row, self.row_at = [], (token.map or [self.row_at])[0]
            elif kind == "tr_close" and self.row is not None:
                cells = tuple(self.row)
                self.row = None
                self._add("row", self.row_at, self.row_at + 1, " | ".join(cells), cells=cells, group=self.groups, head=self.head)
            elif kind in ("html_block", "fence", "code_block", "hr"):
                start, end = token.map or [0, 1]
                name = {"html_block": "html", "hr": "rule"}.get(kind, "code")
                self._add(name, start, end, token.content)
        return self.found

    def _empty_item(self) -> None:
        """A list item without text is still an item."""
        if self.item is not None:
            self._item(self.item.map or [0, 1], "")

    def _item(self, where: list[int], text: str) -> None:
        start = (self.item.map if self.item and self.item.map else where)[0]
        line = self.lines[start] if start < len(self.lines) else ""
        ordered, group = self.lists[-1]
        self.item = None
        self._add("item", start, where[1], text, level=len(self.lists), ordered=ordered, group=group,
                  indent=len(line) - len(line.lstrip(" ")))  # fmt: skip

    def _inline(self, token: Token) -> None:
        start, end = token.map or [0, 1]
        text = token.content
        if self.row is not None:
            self.row.append(text)
        elif self.heading:
            self._heading(start, end, text, self.heading)
            self.heading = 0
        elif self.item is not None:
            self._item([start, end], text)
        elif tight := _TIGHT_HEADING.fullmatch(text):  # Python-Markdown needs no space after the signs
            self._heading(start, end, tight[2], len(tight[1]))
        else:
            self._add(self._kind(text), start, end, text)

    def _heading(self, start: int, end: int, text: str, level: int) -> None:
        found = _ID.search(text)
        id_ = next((part[1:] for part in found["inside"].split() if part.startswith("#")), "") if found else ""
        self._add("heading", start, end, text[: found.start()] if found and (id_ or "=" in found[0]) else text, level=level, id=id_)

    @staticmethod
    def _kind(text: str) -> str:
        if text.startswith("!") and read(text).only_pictures:
            return "picture"
        return "citation" if text.strip() and not text.replace(CITATION, "").strip() else "paragraph"


def parse(body: str, first_line: int = 1) -> tuple[Block, ...]:
    """The blocks of `body`, whose first line is `first_line` of the file, in order. Never raises."""
    return tuple(_Reader(body, first_line).run())
