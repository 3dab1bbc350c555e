"""Tables of data as HTML."""

from __future__ import annotations


def mark(html: str) -> str:
    """Give every table a class: those without one the theme's script puts into a box that no keyboard can scroll."""
    return html.replace("<table>", '<table class="site-data">')


def table(name: str, heads: list[str], rows: list[list[str]], caption: str) -> str:
    """An HTML table on one line; each cell carries its head for the stacked form on a phone. Cells are HTML."""
    head = "".join(f'<th scope="col">{text}</th>' for text in heads)
    body = "".join(
        "<tr>" + "".join(
            f'<{"th scope=row" if column == 0 else "td"} data-head="{heads[column]}">{cell}</{"th" if column == 0 else "td"}>'
            for column, cell in enumerate(row)) + "</tr>"
        for row in rows)  # fmt: skip
    return (f'<div class="site-table site-table--{name}" id="table-{name}"><table><caption>{caption}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>")  # fmt: skip
