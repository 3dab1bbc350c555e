"""Everything that is looked at in a built site; the table of contents."""

from __future__ import annotations

from collections.abc import Callable

from sitekit.audit import (
    addresses,
    cards,
    copies,
    feeds,
    headings,
    links,
    orphans,
    pictures,
    sitemaps,
    structured_data,
    titles,
    translations,
    weights,
)
from sitekit.audit.built import Built
from sitekit.problems import Problem

#: By the key of its title in data/reports/audit.yml, the gravest first.
AUDITS: dict[str, Callable[[Built], list[Problem]]] = {
    "links": links.problems,
    "orphans": orphans.problems,
    "translations": translations.problems,
    "headings": headings.problems,
    "titles": titles.problems,
    "pictures": pictures.problems,
    "structured-data": structured_data.problems,
    "sitemaps": sitemaps.problems,
    "copies": copies.problems,
    "cards": cards.problems,
    "feeds": feeds.problems,
    "addresses": addresses.problems,
    "weights": weights.problems,
}
#: What is shown below the line of an audit, in `vi` or `en`, whatever it found.
TABLES: dict[str, Callable[[Built, str], str]] = {"weights": weights.table}
