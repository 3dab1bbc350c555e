"""The blocks that a page may show, by the name that pages cite: the only list of them.

`{{ map }}` is the block `map`, `{{ table: parks }}` the block `table:parks`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from sitekit import citations, picture_subjects
from sitekit.blocks import (
    communes,
    contacts,
    events,
    investors,
    news,
    page_list,
    parks,
    pictures,
    place_map,
    plots,
    sources,
    spellings,
    visas,
)
from sitekit.context import Context
from sitekit.site import Site

Rows = Callable[[Site], Iterable[dict[str, Any]]]
Keys = Callable[[Site], Iterable[str]]


def _nothing(_: Site) -> Iterable[Any]:
    return ()


@dataclass(frozen=True)
class Block:
    """`write` gives the HTML, in one line; its style sheet, if it has one, stands in data/sheets/sheets.yml.

    The page rests on the sources of `rows` and of the figures with the keys `figures`.
    """

    write: Callable[[Context], str]
    rows: Rows = _nothing
    figures: Keys = _nothing


#: Blocks that every project has.
BLOCKS: dict[str, Block] = {
    "map": Block(place_map.html),
    "pages": Block(page_list.html),
    "events": Block(events.html, lambda site: site.events),
    "news": Block(news.html, figures=news.figures),
    **{name: Block(partial(pictures.html, subject=subject)) for subject, name in picture_subjects.BLOCKS.items()},
    "names": Block(spellings.html),
    # the list of sources is what other pages end with: it is not repeated at its own foot
    "sources": Block(sources.html),
    "table:parks": Block(parks.html, lambda site: site.parks, parks.figures),
    "table:visas": Block(visas.html, lambda site: site.visas),
    "table:communes": Block(communes.html, lambda site: site.communes),
    "table:investors": Block(investors.html, lambda site: site.investors, investors.figures),
    "table:contacts": Block(contacts.html, lambda site: site.contacts),
}


def of(site: Site) -> dict[str, Block]:
    """The blocks of `site`: those above, and a plot for every row of data/plots.yml."""
    return site.once("blocks", lambda: _blocks(site))


def _blocks(site: Site) -> dict[str, Block]:
    drawn = {name: (partial(plots.html, name=name), partial(plots.figures, name=name)) for name in site.plots}
    return {**BLOCKS, **{f"plot:{name}": Block(write, figures=keys) for name, (write, keys) in drawn.items()}}


def placed(page: Context, body: str, name: str) -> Context:
    """`page` as the block `name` sees it where it stands in `body`: its headings are one below the page's before it."""
    place = next((match.start() for match in citations.CITATION.finditer(body) if name in citations.names(match[0])), 0)
    return replace(page, level=3 if re.search("^## ", body[:place], re.MULTILINE) else 2)
