"""Tables rendered from data: industrial parks, visa rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sitekit import localtext
from sitekit.sources import Source

Words = Callable[..., str]
Fill = Callable[[str], str]


def mark(html: str) -> str:
    """Give every table a class: those without one the theme's script puts into a box that no keyboard can scroll."""
    return html.replace("<table>", '<table class="site-data">')


def table(name: str, heads: list[str], rows: list[list[str]], caption: str) -> str:
    """An HTML table on one line; each cell carries its head for the stacked form on a phone."""
    head = "".join(f'<th scope="col">{text}</th>' for text in heads)
    body = "".join(
        "<tr>" + "".join(
            f'<{"th scope=row" if column == 0 else "td"} data-head="{heads[column]}">{cell}</{"th" if column == 0 else "td"}>'
            for column, cell in enumerate(row)) + "</tr>"
        for row in rows)  # fmt: skip
    return (f'<div class="site-table site-table--{name}"><table><caption>{caption}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>")  # fmt: skip


def parks(data: list[dict[str, Any]], language: str, words: Words, fill: Fill, date: Fill,
          sources: dict[str, Source]) -> str:  # fmt: skip
    """Industrial parks: name, area, investor, where, state, date and source of the row."""
    heads = [words(f"park-{key}") for key in ("name", "area", "developer", "location", "state", "as-of")]
    rows = []
    for park in data:
        texts = [fill(localtext.pick(park[key], language)) for key in ("developer", "location", "state")]
        names = words("list-comma").join(sources[key].link() for key in park["sources"])
        dated = f'{date(str(park["as_of"]))}<br><small>{names}</small>'
        rows.append([localtext.pick(park["name"], language), fill(f"{{{{ {park['area']} }}}}"), *texts, dated])
    return table("parks", heads, rows, words("parks-caption"))


def visas(data: list[dict[str, Any]], language: str, words: Words, fill: Fill, date: Fill,
          sources: dict[str, Source]) -> str:  # fmt: skip
    """Entry rules by nationality: group, rule, official document, date and source of the row."""
    heads = [words(f"visa-{key}") for key in ("group", "rule", "document", "as-of")]
    rows = []
    for row in data:
        texts = [fill(localtext.pick(row[key], language)) for key in ("group", "rule", "document")]
        names = words("list-comma").join(sources[key].link() for key in row["sources"])
        dated = date(str(row["as_of"])) if row.get("as_of") else words("undated")
        rows.append([*texts, f"{dated}<br><small>{names}</small>"])
    return table("visas", heads, rows, words("visas-caption"))
