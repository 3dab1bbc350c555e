"""Built pages kept from one build to the next, each with everything that it was made from.

A kept page is used again when its own source, its surroundings (code, tools, data, which pages exist) and all that it
looked at on other pages are what they were. Pages that something was said about (a warning) are not kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sitekit import fingerprint, kept
from sitekit.site import Site

FOLDER = "pages"


@dataclass
class Built:
    """One page: its HTML, the ids in it, and its links to ids of other pages (source of the page → id → link as written)."""

    html: str
    ids: list[str] = field(default_factory=list)
    links: dict[str, dict[str, str]] = field(default_factory=dict)


class Pages:
    """The kept pages of language `code`."""

    def __init__(self, site: Site, code: str, surroundings: str) -> None:
        self.site, self.code, self.surroundings = site, code, surroundings

    def _file(self, name: str) -> str:
        return f"{FOLDER}/{self.code}/{name}"

    def _key(self, name: str) -> str:
        page = self.site.pages.shown(self.code, name)
        source = (self.site.root / page.file).read_bytes()
        return fingerprint.of(self.surroundings, self.code, name, page.file, source)

    def find(self, name: str) -> Built | None:
        """The page as it was built; None when it has to be built again."""
        found = kept.read(self.site.root, self._file(name))
        if not found or found["key"] != self._key(name):
            return None
        if any(self.site.pages.state(tuple(reading)) != state for reading, state in found["readings"]):
            return None
        return Built(found["html"], found["ids"], found["links"])

    def keep(self, name: str, built: Built, readings: set[tuple[str, ...]]) -> None:
        """Keep page `name`, which was made from its own text and `readings`."""
        states = [(reading, self.site.pages.state(reading)) for reading in sorted(readings)]
        kept.write(self.site.root, self._file(name), {"key": self._key(name), "readings": states, **vars(built)})

    def prune(self) -> None:
        """Forget pages that are gone."""
        kept.prune(self.site.root, f"{FOLDER}/{self.code}", set(self.site.pages.names()))
