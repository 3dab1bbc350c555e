"""Tables of data as HTML."""

from __future__ import annotations

import re
from html import escape

#: A table written in Markdown with so many columns stacks its rows on a phone, as tables from data do, unless every cell is
#: a word or two: a cell of more characters than this would be a column of single words.
STACKED, LONG_CELL = 4, 12
_TABLE = re.compile(r"<table>\n<thead>\n(.*?)</thead>\n<tbody>\n(.*?)</tbody>\n</table>", re.DOTALL)
_HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<td\b([^>]*)>(.*?)</td>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def mark(html: str) -> str:
    """Give every table a class: those without one the theme's script puts into a box that no keyboard can scroll.

    Tables from Markdown that are too wide for a phone get the form of `table`, without a name and a caption.
    """
    return _TABLE.sub(_stacked, html).replace("<table>", '<table class="site-data">')


def table(name: str, heads: list[str], rows: list[list[str]], caption: str) -> str:
    """An HTML table on one line; the first cell of a row names it. Heads and caption are plain text, cells are HTML.

    Each cell carries its head for the stacked form on a phone, and holds one element, which stands beside it there.
    """
    heads = [escape(head, quote=True) for head in heads]
    head = "".join(f'<th scope="col">{text}</th>' for text in heads)
    body = "".join(f'<tr><th scope="row">{first}</th>{_cells(heads[1:], rest)}</tr>' for first, *rest in rows)
    return (f'<div class="site-table site-table--{name}" id="table-{name}"><table><caption>{escape(caption)}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>")  # fmt: skip


def _cells(heads: list[str], cells: list[str]) -> str:
    return "".join(f'<td data-head="{head}"><div>{cell}</div></td>' for head, cell in zip(heads, cells, strict=True))


def _stacked(found: re.Match[str]) -> str:
    """The table of Markdown, its rows named by their first cells, if a phone is too narrow for it; else as it was."""
    heads = [_TAG.sub("", head).replace('"', "&quot;") for head in _HEAD.findall(found[1])]
    if len(heads) < STACKED or all(len(_TAG.sub("", cell)) <= LONG_CELL for _, cell in _CELL.findall(found[2])):
        return found[0]
    rows = []
    for row in _ROW.findall(found[2]):
        (own, name), *rest = _CELL.findall(row)
        cells = "".join(f'<td{kept} data-head="{head}"><div>{cell}</div></td>' for head, (kept, cell) in zip(heads[1:], rest, strict=True))
        rows.append(f'<tr><th scope="row"{own}>{name}</th>{cells}</tr>')
    head = found[1].replace("<th", '<th scope="col"')
    return f'<div class="site-table"><table><thead>{head}</thead><tbody>{"".join(rows)}</tbody></table></div>'
