"""Which sources a page rests on: those its header names and those of every figure and row it shows."""

from __future__ import annotations

from sitekit import citations
from sitekit.pages import Page
from sitekit.site import Site
from sitekit.sources import Source


def used(site: Site, page: Page) -> list[Source]:
    """The sources of `page`, each once, in the order of publisher and title."""
    cited = [*citations.keys(page.body), *citations.keys(page.header.lead), *citations.keys(page.header.description)]
    keys = set(page.header.sources)
    rows = []
    if page.header.place:
        rows.append(site.places[page.header.place])
    if "table: parks" in page.body:
        rows += site.parks
        cited += [park["area"] for park in site.parks]
    if "table: visas" in page.body:
        rows += site.visas
    for row in rows:
        keys |= set(row["sources"])
        cited += [key for value in row.values() if isinstance(value, dict)
                  for text in value.values() if isinstance(text, str) for key in citations.keys(text)]  # fmt: skip
    for key in (*cited, *page.header.figures):
        keys |= set(site.figures[key].sources)
    return sorted((site.sources[key] for key in keys), key=lambda source: (source.publisher.casefold(), source.title))
