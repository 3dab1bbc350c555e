"""`{{ sources }}`: every source of the site by publisher, and the pages that rest on it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import groupby

from babel import Locale

from sitekit import page_sources
from sitekit.context import Context
from sitekit.sources import Source


def html(page: Context) -> str:
    """Publishers in alphabetical order, the newest of their documents first."""
    uses = page_sources.uses(page.site, page.reader.code)
    ordered = sorted(page.site.sources.values(), key=lambda row: row.date, reverse=True)
    ordered.sort(key=lambda row: (row.publisher.casefold(), row.publisher))
    sections = []
    for publisher, group in groupby(ordered, lambda row: row.publisher):
        rows = list(group)
        items = "".join(_item(page, row, uses.get(row.key, ())) for row in rows)
        named = f'<span lang="{rows[0].language}">{escape(publisher)}</span>'
        sections.append(f'<section>{page.heading(named)}<ul>{items}</ul></section>')
    return f'<div class="site-source-list">{"".join(sections)}</div>'


def _item(page: Context, row: Source, names: Iterable[str]) -> str:
    title = escape(row.title)
    if row.url:
        title = f'<a href="{escape(row.url, quote=True)}">{title}</a>'
    facts = [page.date(row.date) or page.words("undated"), _language(page, row.language)]
    if not row.url:
        facts.append(page.words("source-no-address"))
    links = page.words("list-comma").join(_link(page, name) for name in names)
    used = f"<br>{page.words('source-used', pages=links)}" if links else ""
    return f'<li id="source-{row.key}"><cite lang="{row.language}">{title}</cite><small>{" · ".join(facts)}{used}</small></li>'


def _language(page: Context, code: str) -> str:
    return escape(Locale.parse(page.language.locale).languages.get(code) or code)


def _link(page: Context, name: str) -> str:
    shown, own = page.site.pages.shown(page.reader.code, name), page.shown(name)
    lang = f' lang="{own.foreign}"' if own.foreign else ""
    return f'<a href="{page.link(name)}"{lang}>{escape(own.plain(shown.header.title), quote=False)}</a>'
