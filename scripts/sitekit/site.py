"""Everything the site is made of, loaded once per build: languages, words, figures, places, pages, pictures."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from sitekit import datafiles, figures, languages, localtext, names, sources
from sitekit.figures import Figure
from sitekit.interface import Words
from sitekit.languages import Language
from sitekit.pages import Pages
from sitekit.readings import Reading
from sitekit.sources import Source

#: Data files whose texts every language must have.
TEXTS = ("figures", "places", "parks", "visas", "events", "investors", "contacts", "communes", "plots", "publisher", "sections",
         "map_services", "sharing")  # fmt: skip
T = TypeVar("T")


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
    events: list[dict[str, Any]]
    investors: list[dict[str, Any]]
    contacts: list[dict[str, Any]]
    communes: list[dict[str, Any]]
    plots: dict[str, dict[str, Any]]
    publisher: dict[str, Any]
    search_engines: dict[str, Any]
    sections: list[dict[str, Any]]
    map_services: list[dict[str, Any]]
    sharing: dict[str, Any]
    glossary: dict[str, dict[str, Any]]
    pages: Pages
    images: dict[str, Any] = field(default_factory=dict)
    _derived: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` returns, worked out once: what follows from the project alone is the same for every page.

        `key` names it and everything that it depends on beside the project; nobody changes what is handed out.
        """
        if key not in self._derived:
            with self.pages.readings.noted() as readings:
                self._derived[key] = make(), readings
        found: tuple[T, set[Reading]] = self._derived[key]
        self.pages.readings.note_all(found[1])
        return found[0]

    def take(self, known: Mapping[Any, object]) -> None:
        """Take over what another process worked out under these keys from nothing but the project, no page among it."""
        self._derived |= {key: (value, set()) for key, value in known.items()}

    def protected(self, language: str) -> list[str]:
        """Names that may not be broken across lines in `language`."""
        return self.once(("protected", language),
                         lambda: names.forms(self.glossary, language) if language in names.PROTECTED else [])  # fmt: skip


def load(root: Path, images: dict[str, Any] | None = None) -> Site:
    """Read the project below `root`; ContentError when a file does not say what it must. `checks.check` looks at the whole."""
    found = languages.load(root)
    data = {name: datafiles.load(root, f"data/{name}.yml") for name in (*TEXTS, "glossary", "search_engines")}
    for name in TEXTS:
        localtext.require(data[name], f"data/{name}.yml", {code: row.name for code, row in found.items()})
    known = sources.load(root)
    return Site(
        root=root,
        languages=found,
        words={code: Words(root, code, row.locale) for code, row in found.items()},
        sources=known,
        figures=figures.load(root, known),
        pages=Pages(root, found),
        images=images or {},
        **{name: rows for name, rows in data.items() if name != "figures"},
    )
