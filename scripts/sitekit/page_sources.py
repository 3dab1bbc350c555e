"""Which sources a page rests on: those its header names and those of every figure, row and plot it shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitekit import citations, localtext

# a module and not its names: the block of sources asks this module in turn, and neither is complete while the other loads
from sitekit.blocks import registry
from sitekit.pages import Page
from sitekit.site import Site
from sitekit.sources import Source

Row = dict[str, Any]


def used(site: Site, page: Page) -> list[Source]:
    """The sources of `page`, each once, in the order of publisher and title."""
    keys = {*page.header.sources, *(key for row in _rows(site, page) for key in row["sources"]),
            *(key for figure in figures(site, page) for key in site.figures[figure].sources)}  # fmt: skip
    return sorted((site.sources[key] for key in keys), key=lambda source: (source.publisher.casefold(), source.title, source.key))


def uses(site: Site, code: str) -> dict[str, list[str]]:
    """For each source the names of the pages that rest on it, as a reader of language `code` gets them."""
    found: dict[str, list[str]] = {}
    for name in site.pages.names():
        for source in used(site, site.pages.shown(code, name)):
            found.setdefault(source.key, []).append(name)
    return found


def figures(site: Site, page: Page) -> set[str]:
    """The keys of the figures that `page` shows: in its header, its text, and the blocks and rows it cites."""
    header = page.header
    cited = [name for text in (header.title, header.description, header.lead, page.body) for name in citations.names(text)]
    blocks = registry.of(site)
    texts = [text for row in _rows(site, page) for _, each in localtext.rows(row) for text in each.values()]
    told = [key for text in texts for key in citations.names(text)]
    return {*header.figures, *(key for name in cited if name in blocks for key in blocks[name].figures(site)), *told,
            *(name for name in cited if name not in blocks)}  # fmt: skip


def _rows(site: Site, page: Page) -> Iterator[Row]:
    """The data rows that `page` shows: its place, and those of its blocks."""
    if page.header.place:
        yield site.places[page.header.place]
    blocks = registry.of(site)
    for name in dict.fromkeys(citations.names(page.body)):
        if name in blocks:
            yield from blocks[name].rows(site)
