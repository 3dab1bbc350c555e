"""`{{ names }}`: how every name is written in four languages, from the glossary."""

from __future__ import annotations

from html import escape
from typing import Any

from babel import Locale

from sitekit import collation, filter_field, tables
from sitekit.context import Context

SEEN = "seen"


def html(page: Context) -> str:
    """Every name in the order of the reader's alphabet, their own language first: form, where it was read, forms to avoid."""
    languages = [page.language, *(row for row in page.site.languages.values() if row != page.language)]
    rows = sorted(page.site.glossary.values(), key=lambda row: collation.key(row[page.language.code]["form"], page.language.code))
    cells = [[_cell(page, row[language.code], language.tag) for language in languages] for row in rows]
    known = Locale.parse(page.language.locale).languages
    heads = [known[language.locale.partition("_")[0]] for language in languages]
    return filter_field.html("names", page) + tables.table("names", heads, cells, page.words("names-caption"))


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
