"""`{{ table: investors }}`: who has invested, in what, how much, where."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from sitekit import tables
from sitekit.context import Context
from sitekit.site import Site

COLUMNS = ("name", "home", "sector", "capital", "where", "state", "as-of")


def figures(site: Site) -> Iterable[str]:
    """The figures of the column of capital."""
    return (row["capital"] for row in site.investors if row.get("capital"))


def html(page: Context) -> str:
    """Every investor; a cell without a confirmed value holds a dash, in words for screen readers."""
    unknown = f'<span class="site-unknown" aria-label="{escape(page.words("not-published"), quote=True)}" role="img">–</span>'
    rows = []
    for row in page.site.investors:
        capital = page.figure(page.site.figures[row["capital"]]) if row.get("capital") else unknown
        rows.append([escape(row["name"]), page.tell(row.get("home")) or unknown, page.tell(row["sector"]), capital,
                     page.tell(row["where"]), page.tell(row["state"]), page.dated(row)])  # fmt: skip
    return tables.table("investors", [page.words(f"investor-{key}") for key in COLUMNS], rows, page.words("investors-caption"))
