"""`{{ pages }}`: all pages in the order of the reader's alphabet, which stands in for search where no script runs."""

from __future__ import annotations

from html import escape
from itertools import groupby

from sitekit import collation
from sitekit.context import Context
from sitekit.pages import address


def html(page: Context) -> str:
    """Every other page with its lead, by the letter it stands under; a headline of news says by itself what there is to find."""
    code = page.language.code
    ordered = sorted(_rows(page), key=lambda row: collation.key(row[0], code))
    sections = []
    for letter, group in groupby(ordered, lambda row: collation.letter(row[0], code)):
        rows = "".join(f'<li><a href="{link}">{escape(title, quote=False)}</a>{_lead(lead)}</li>' for title, lead, link in group)
        sections.append(f"<section><h2>{escape(letter)}</h2><ul>{rows}</ul></section>")
    return f'<div class="site-index">{"".join(sections)}</div>'


def _lead(text: str) -> str:
    return f" <span>{escape(text, quote=False)}</span>" if text else ""


def _rows(page: Context) -> list[tuple[str, str, str]]:
    """(title, lead, link) of every page but this one; no lead for news."""
    found = []
    for name in page.site.pages.names():
        if address(name, page.reader) != page.here:
            shown, own = page.site.pages.shown(page.reader.code, name), page.shown(name)
            lead = "" if shown.header.kind == "news" else own.plain(shown.header.lead, shown.file)
            found.append((own.plain(shown.header.title, shown.file), lead, page.link(name)))
    return found
