"""Tables of data as HTML."""

from __future__ import annotations

from html import escape


def mark(html: str) -> str:
    """Give every table a class: those without one the theme's script puts into a box that no keyboard can scroll."""
    return html.replace("<table>", '<table class="site-data">')


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
