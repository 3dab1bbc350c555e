"""Every name that a page header or a data row mentions must exist: figures, sources, places, pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitekit.check_rows import rows
from sitekit.problems import Problem, closest
from sitekit.site import Site

#: (key of a page header, where the names stand, the file an editor looks into).
HEADER = (("figures", "figures", "data/figures.yml"), ("sources", "sources", "data/sources.yml"), ("place", "places", "data/places.yml"))
#: (data file, key of its rows, where the names stand).
ROWS = (
    *((file, "sources", "sources") for file in ("places", "parks", "visas", "events", "investors", "contacts", "communes")),
    ("parks", "area", "figures"), ("investors", "capital", "figures"), ("events", "place", "places"),
    ("places", "page", "pages"), ("events", "page", "pages"), ("sections", "page", "pages"),
)  # fmt: skip


def problems(site: Site) -> list[Problem]:
    """Every name that points at nothing, with the nearest one that exists."""
    return [*_headers(site), *_rows(site)]


def _known(site: Site, where: str) -> Any:
    return site.once("names of pages", lambda: dict.fromkeys(site.pages.names())) if where == "pages" else getattr(site, where)


def _unknown(word: str, known: Any, file: str, path: str, line: int = 0) -> Iterator[Problem]:
    if word not in known:
        yield Problem("unknown-name", path, line, {"word": word, "file": file, "closest": closest(word, known) or "—"})


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


def _headers(site: Site) -> Iterator[Problem]:
    for page in site.pages:
        for key, where, file in HEADER:
            for word in _listed(getattr(page.header, key)):
                if word:
                    yield from _unknown(word, getattr(site, where), file, page.file, page.header.lines.get(key, 0))
        for word in page.header.cards:
            yield from _unknown(word, _known(site, "pages"), f"docs/{page.language}/", page.file, page.header.lines.get("cards", 0))


def _rows(site: Site) -> Iterator[Problem]:
    for file, key, where in ROWS:
        target = f"data/{where}.yml" if where != "pages" else "docs/"
        for _, row in rows(site, file):
            for word in _listed(row.get(key)):
                yield from _unknown(word, _known(site, where), target, f"data/{file}.yml")
    for _, plot in rows(site, "plots"):
        for point in plot.get("points") or ():
            yield from _unknown(str(point.get("figure")), site.figures, "data/figures.yml", "data/plots.yml")
