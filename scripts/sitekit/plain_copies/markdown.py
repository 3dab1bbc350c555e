"""Elements of a page as Markdown: headings, paragraphs, lists, tables, pictures, links. Drawings and forms are left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urljoin

from sitekit.html_tree import Element

SKIPPED = {"svg", "script", "style", "form", "input", "label", "button", "source"}
BLOCKS = {"address", "article", "aside", "blockquote", "caption", "details", "div", "dl", "figcaption", "figure", "footer", "h1", "h2",
          "h3", "h4", "h5", "h6", "hr", "li", "nav", "ol", "p", "pre", "section", "summary", "table", "ul"}  # fmt: skip
#: Mark around the text of an element.
MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "code": "`"}
#: What stands on lines of its own on the page and must not run together in a text.
GAPPED = BLOCKS | {"small"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
ENLARGE = "site-enlarge"
#: Ends the last paragraph of an element.
END = Element("hr")

BEFORE_STOP = re.compile(r" (?=[.,;:!?)。，；：！？）](?:\s|$))")
#: The way up of an address in which all that follows goes down.
UP = re.compile(r"(?:\.\./)+(?=[^./?#])(?!.*/[./])")
SIGNS = re.compile(r"([\\`*_\[\]<])")
NUMBER, BEGINNING = re.compile(r"^(\d+)([.)]) "), re.compile(r"^([-+>#])")


class Writer:
    """Writes Markdown of the page at absolute address `here`; links in it are absolute."""

    def __init__(self, here: str) -> None:
        self.here = here
        scheme, _, path = here.partition("://")
        #: The addresses of the folders above this page, the nearest first.
        self.above = [f"{scheme}://{path.rsplit('/', depth)[0]}/" for depth in range(2, path.count("/") + 1)]

    def absolute(self, address: str) -> str:
        """`address` as it is written in the page, made absolute."""
        if address.startswith("https://") and address[-1] not in "?#":
            return address
        way = UP.match(address)
        if way and (ups := way.end() // 3) <= len(self.above):  # most links of a page
            return self.above[ups - 1] + address[way.end() :]
        return urljoin(self.here, address)

    def blocks(self, children: Iterable[Element | str]) -> list[str]:
        """The blocks of `children`; texts and inline elements that follow each other are one paragraph."""
        found: list[str] = []
        run: list[Element | str] = []
        for child in (*children, END):
            if isinstance(child, str) or child.tag not in BLOCKS:
                run.append(child)
                continue
            text = _tidy(self.inline(run))
            found += [_guarded(text)] if text else []
            run = []
            found += self.block(child)
        return found

    def block(self, element: Element) -> list[str]:
        """One element as blocks."""
        if "hidden" in element.attrs or element.tag in {"hr", "caption"}:
            return []
        if element.tag in HEADINGS:
            text = _tidy(self.inline(element.children)).replace("#", "\\#")  # a heading of one # would be an empty one
            return [f"{'#' * int(element.tag[1])} {text}"]
        if element.tag in {"ul", "ol"}:
            return [self._list(element)]
        if element.tag == "dl":
            return [self._pairs(element)]
        return self._table(element) if element.tag == "table" else self.blocks(element.children)

    def inline(self, children: Iterable[Element | str]) -> str:
        """Texts and inline elements as one text."""
        return "".join([_escaped(child) if isinstance(child, str) else self._inline(child) for child in children])

    def _inline(self, element: Element) -> str:
        if element.tag in SKIPPED or "hidden" in element.attrs:
            return ""
        if element.tag == "br":
            return " "
        if element.tag == "img":
            return self._picture(element, element.attrs.get("src", ""))
        inside = self.inline(element.children)
        if element.tag == "a" and element.attrs.get("href") and inside.strip():
            picture = element.find("img") if ENLARGE in element.classes else []
            if picture:
                return self._picture(picture[0], element.attrs["href"])
            return f"[{_tidy(inside)}]({self.absolute(element.attrs['href'])})"
        mark = MARKS.get(element.tag, "") if inside.strip() else ""
        gap = " " if element.tag in GAPPED else ""
        return f"{gap}{mark}{inside}{mark}{gap}"

    def _picture(self, img: Element, address: str) -> str:
        return f"![{_escaped(img.attrs.get('alt', ''))}]({self.absolute(address)})"

    def _list(self, element: Element) -> str:
        items = []
        for number, item in enumerate((each for each in element.children if isinstance(each, Element) and each.tag == "li"), 1):
            mark = f"{number}. " if element.tag == "ol" else "- "
            # four blanks keep what follows inside the item for every reader of Markdown
            text = "\n\n".join(self.blocks(item.children)).replace("\n", "\n    ")
            items.append(mark + re.sub(r"^ +$", "", text, flags=re.MULTILINE))
        loose = any("\n" in item for item in items)
        return ("\n\n" if loose else "\n").join(items)

    def _pairs(self, element: Element) -> str:
        lines = []
        for each in element.walk():
            if each.tag in {"dt", "dd"}:
                text = _tidy(self.inline(each.children))
                lines.append(f"- **{text}**: " if each.tag == "dt" else f"{text} ")
        return re.sub(r" +(\n|$)", r"\1", "".join(f"\n{line}" if line.startswith("- **") else line for line in lines)).strip()

    def _table(self, element: Element) -> list[str]:
        rows = [[_cell(self.inline(cell.children)) for cell in row.children if isinstance(cell, Element) and cell.tag in {"th", "td"}]
                for row in element.find("tr")]  # fmt: skip
        widths = max(map(len, rows), default=0)
        lines = [f"| {' | '.join([*row, *[''] * (widths - len(row))])} |" for row in rows]
        captions = [f"**{_tidy(self.inline(each.children))}**" for each in element.find("caption")]
        return [*captions, "\n".join([*lines[:1], "|" + "---|" * widths, *lines[1:]])]


def _tidy(text: str) -> str:
    """One line, without the blanks that notes in small print leave before a stop."""
    return BEFORE_STOP.sub("", " ".join(text.split()))


def _cell(text: str) -> str:
    return _tidy(text).replace("|", "\\|")


def _escaped(text: str) -> str:
    return SIGNS.sub(r"\\\1", text)


def _guarded(text: str) -> str:
    """A paragraph whose first signs would make it a list, a quotation or a heading."""
    return NUMBER.sub(r"\1\\\2 ", BEGINNING.sub(r"\\\1", text))
