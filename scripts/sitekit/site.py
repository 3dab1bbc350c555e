"""Everything the site is made of, loaded once per build: languages, words, figures, places, pages, pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sitekit import datafiles, figures, languages, localtext, names, sources
from sitekit.figures import Figure
from sitekit.interface import Words
from sitekit.languages import Language
from sitekit.pages import Pages
from sitekit.problems import ContentError, Problem, closest
from sitekit.sources import Source

#: Data files whose texts every language must have.
TEXTS = ("figures", "places", "parks", "visas", "publisher", "sections")


@dataclass
class Site:
    """One project. Everything in it is read only."""

    root: Path
    languages: dict[str, Language]
    words: dict[str, Words]
    sources: dict[str, Source]
    figures: dict[str, Figure]
    places: dict[str, dict[str, Any]]
    parks: list[dict[str, Any]]
    visas: list[dict[str, Any]]
    publisher: dict[str, Any]
    sections: list[dict[str, Any]]
    glossary: dict[str, dict[str, Any]]
    pages: Pages
    images: dict[str, Any] = field(default_factory=dict)

    def protected(self, language: str) -> list[str]:
        """Names that may not be broken across lines in `language`."""
        return names.forms(self.glossary, language) if language in names.PROTECTED else []


def load(root: Path, images: dict[str, Any] | None = None) -> Site:
    """Read the project below `root`; ContentError when a reference points at nothing."""
    found = languages.load(root)
    data = {name: datafiles.load(root, f"data/{name}.yml") for name in
            ("places", "parks", "visas", "publisher", "sections", "glossary", "figures")}  # fmt: skip
    for name in TEXTS:
        localtext.require(data[name], f"data/{name}.yml", {code: row.name for code, row in found.items()})
    known = sources.load(root)
    site = Site(
        root=root,
        languages=found,
        words={code: Words(root, code, row.locale) for code, row in found.items()},
        sources=known,
        figures=figures.load(root, known),
        places=data["places"], parks=data["parks"], visas=data["visas"], publisher=data["publisher"],
        sections=data["sections"], glossary=data["glossary"],
        pages=Pages(root, found),
        images=images or {},
    )  # fmt: skip
    _check_references(site)
    return site


def _check_references(site: Site) -> None:
    """Every key that a page header or a data row names must exist."""
    problems = []

    def need(word: str, known: Any, file: str, path: str, line: int = 0) -> None:
        if word not in known:
            words = {"word": word, "file": file, "closest": closest(word, known) or "—"}
            problems.append(Problem("unknown-name", path, line, words))

    for page in site.pages:
        header, path = page.header, page.file
        for key in header.figures:
            need(key, site.figures, "data/figures.yml", path, header.lines.get("figures", 0))
        for key in header.sources:
            need(key, site.sources, "data/sources.yml", path, header.lines.get("sources", 0))
        for key in header.cards:
            need(key, site.pages.names(), f"docs/{page.language}/", path, header.lines.get("cards", 0))
        if header.place:
            need(header.place, site.places, "data/places.yml", path, header.lines.get("place", 0))
    for file, rows in (("places", site.places.values()), ("parks", site.parks), ("visas", site.visas)):
        for row in rows:
            for key in row["sources"]:
                need(key, site.sources, "data/sources.yml", f"data/{file}.yml")
    for park in site.parks:
        need(park["area"], site.figures, "data/figures.yml", "data/parks.yml")
    if problems:
        raise ContentError(problems)
