"""`{{ names }}`: how every name is written in four languages, from the glossary; one folded list for each kind of name."""

from __future__ import annotations

from html import escape
from typing import Any

from babel import Locale

from sitekit import check_rows, collation, filter_field, tables
from sitekit.context import Context

SEEN = "seen"
#: The lists of names, in their order.
KINDS = check_rows.VALUES["glossary", "kind"]


def html(page: Context) -> str:
    """Names by kind, each list in the order of the reader's alphabet, their own language first: form, where it was read, forms to avoid."""
    lists = "".join(_list(page, kind) for kind in KINDS)
    return f'{filter_field.html("names", page)}<div class="site-table--names" id="table-names">{lists}</div>'


def _list(page: Context, kind: str) -> str:
    """The names of a kind, folded; `kind` names the file in which they lie (sitekit.leaves)."""
    languages = [page.language, *(row for row in page.site.languages.values() if row != page.language)]
    rows = [row for row in page.site.glossary.values() if row["kind"] == kind]
    rows.sort(key=lambda row: collation.key(row[page.language.code]["form"], page.language.code))
    cells = [[_cell(page, row[language.code], language.tag) for language in languages] for row in rows]
    known = Locale.parse(page.language.locale).languages
    heads = [known[language.locale.partition("_")[0]] for language in languages]
    name = page.words("counted", what=page.words(f"names-{kind}"), number=len(rows))
    table = tables.table(f"names-{kind}", heads, cells, page.words("names-caption"))
    return f'<details class="site-part site-table--names" data-leaf="names-{kind}"><summary>{name}</summary>{table}</details>'


def _cell(page: Context, entry: dict[str, Any], tag: str) -> str:
    """One form in its language; below it, in the page's, its standing and the forms that are in print and wrong."""
    notes = []
    status, _, where = str(entry.get("status") or "").partition(":")
    if status == SEEN:
        seen = f" ({escape(where.strip())})" if where.strip() else ""
        notes.append(page.words("name-seen") + seen)
    elif status:
        notes.append(page.words("name-proposed"))
    if entry.get("avoid"):
        forms = page.words("list-comma").join(f'<s lang="{tag}">{escape(form)}</s>' for form in entry["avoid"])
        notes.append(page.words("name-avoid", forms=forms))
    below = "".join(f" <small>{note}</small>" for note in notes)
    return f'<span lang="{tag}">{escape(entry["form"])}</span>{below}'
