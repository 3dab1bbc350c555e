"""`{{ table: communes }}`: the communes and wards of the province, with a field to find one in."""

from __future__ import annotations

from html import escape

from sitekit import collation, filter_field, tables
from sitekit.context import Context
from sitekit.languages import REFERENCE

COLUMNS = ("name", "kind", "before")


def html(page: Context) -> str:
    """Every commune and ward in the order of the reader's alphabet: name, kind, the district or town it lay in before."""
    code = page.language.code
    forms = {row["vi"]["form"]: row[code]["form"] for row in page.site.glossary.values() if code in row}
    rows = []
    for row in page.site.communes:
        form = forms.get(row["name"], row["name"])
        rows.append([_named(form, row["name"], page), page.words(f"commune-{row['kind']}"), page.tell(row.get("before")), form])
    rows.sort(key=lambda row: collation.key(row.pop(), code))
    table = tables.table("communes", [page.words(f"commune-{key}") for key in COLUMNS], rows, page.words("communes-caption"))
    return filter_field.html("communes", page) + table


def _named(form: str, vietnamese: str, page: Context) -> str:
    """The name in the reader's script and, where that is another, as it stands on signs; Vietnamese is marked as such."""
    written = escape(vietnamese)
    if page.language.code != REFERENCE:
        written = f'<span lang="{page.site.languages[REFERENCE].tag}">{written}</span>'
    return written if form == vietnamese else f"{escape(form)} <small>{written}</small>"
