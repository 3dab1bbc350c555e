"""`{{ sources }}`: every source of the site by publisher, and the pages that rest on it; folded into parts of a length to be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from babel import Locale

from sitekit import page_sources
from sitekit.context import Context
from sitekit.sources import Source

#: So many sources stand in a part, unless one publisher has more.
PART = 50


def html(page: Context) -> str:
    """Publishers in alphabetical order, the newest of their documents first."""
    uses = page_sources.uses(page.site, page.reader.code)
    parts = "".join(_part(page, number, groups, uses) for number, groups in enumerate(_parts(page.site.sources.values()), 1))
    return f"<div>{parts}</div>"


def _parts(sources: Iterable[Source]) -> Iterator[list[list[Source]]]:
    """The sources by publisher, as many publishers together as a part holds."""
    ordered = sorted(sources, key=lambda row: row.date, reverse=True)
    ordered.sort(key=lambda row: (row.publisher.casefold(), row.publisher))
    part: list[list[Source]] = []
    for group in (list(rows) for _, rows in groupby(ordered, lambda row: row.publisher)):
        if part and sum(map(len, part)) + len(group) > PART:
            yield part
            part = []
        part.append(group)
    if part:
        yield part


def _part(page: Context, number: int, groups: list[list[Source]], uses: dict[str, list[str]]) -> str:
    """A folded part, named by its first and last publisher; `number` names its file (sitekit.leaves)."""
    sections = "".join(f'<section>{page.heading(_publisher(rows))}<ul>{"".join(_item(page, row, uses.get(row.key, ())) for row in rows)}'
                       "</ul></section>" for rows in groups)  # fmt: skip
    ends = dict.fromkeys(map(_publisher, (groups[0], groups[-1])))
    name = f"{' – '.join(ends)} ({sum(map(len, groups))})"
    return f'<details class="site-part site-source-list" data-leaf="sources-{number}"><summary>{name}</summary>{sections}</details>'


def _publisher(rows: list[Source]) -> str:
    return f'<span lang="{rows[0].language}">{escape(rows[0].publisher)}</span>'


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
