"""`{{ table: parks }}`: industrial parks."""

from __future__ import annotations

from collections.abc import Iterable

from sitekit import tables
from sitekit.context import Context
from sitekit.site import Site

COLUMNS = ("name", "area", "developer", "location", "state", "as-of")


def figures(site: Site) -> Iterable[str]:
    """The figures of the column of areas."""
    return (park["area"] for park in site.parks)


def html(page: Context) -> str:
    """Name, area, investor, where, state, date and source of every park."""
    rows = [[page.tell(park["name"]), page.figure(page.site.figures[park["area"]]),
             *(page.tell(park[key]) for key in ("developer", "location", "state")), page.dated(park)]
            for park in page.site.parks]  # fmt: skip
    return tables.table("parks", [page.words(f"park-{key}") for key in COLUMNS], rows, page.words("parks-caption"))
