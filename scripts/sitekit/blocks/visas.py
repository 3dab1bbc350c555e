"""`{{ table: visas }}`: entry rules by nationality."""

from __future__ import annotations

from sitekit import tables
from sitekit.context import Context

COLUMNS = ("group", "rule", "document", "as-of")


def html(page: Context) -> str:
    """Group of passports, rule, official document, date and source of every row."""
    rows = [[*(page.tell(row[key]) for key in ("group", "rule", "document")), page.dated(row)] for row in page.site.visas]
    return tables.table("visas", [page.words(f"visa-{key}") for key in COLUMNS], rows, page.words("visas-caption"))
