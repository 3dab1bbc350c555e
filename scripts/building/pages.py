"""Built pages kept from one build to the next, each with everything that it was made from.

A kept page is used again when its own source, its surroundings (code, tools, data, which pages exist) and all that it
looked at on other pages are what they were. Pages that something was said about (a warning) are not kept.

All pages of a language lie in one file: reading and writing hundreds of small ones would cost as much as making some. It is a
line of JSON that says all but the HTML, which follows as it is.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sitekit import fingerprint, kept
from sitekit.pages import address
from sitekit.site import Site

FOLDER = "pages"


@dataclass
class Built:
    """One page: its HTML, the ids in it, and its links to ids of other pages (source of the page → id → link as written)."""

    html: bytes
    ids: list[str] = field(default_factory=list)
    links: dict[str, dict[str, str]] = field(default_factory=dict)


def write(built: Built, target: Path) -> None:
    """Write a kept page to `target`."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(built.html)


class Pages:
    """The kept pages of language `code`."""

    def __init__(self, site: Site, code: str, surroundings: str) -> None:
        self.site, self.code, self.surroundings = site, code, surroundings
        self._file = f"{FOLDER}/{code}"
        head, _, self._html = (kept.read_bytes(site.root, self._file) or b"{}").partition(b"\n")
        self._known: dict[str, Any] = json.loads(head)
        #: What is kept after this build; a page that is gone is in it no more.
        self._now: dict[str, tuple[dict[str, Any], bytes]] = {}
        #: Name of every page that was found or kept → SHA-256 of its HTML.
        self.digests: dict[str, str] = {}
        #: Names of the pages that were made and not found.
        self.made: list[str] = []

    def _key(self, name: str) -> str:
        page = self.site.pages.shown(self.code, name)
        source = hashlib.sha256((self.site.root / page.file).read_bytes()).hexdigest()
        return fingerprint.of(self.surroundings, self.code, name, page.file, source)

    def find(self, name: str) -> Built | None:
        """The page as it was built; None when it has to be built again."""
        found = self._known.get(name)
        if found is None or found["key"] != self._key(name):
            return None
        if any(self.site.pages.state(tuple(reading)) != state for reading, state in found["readings"]):
            return None
        start, end = found["html"]
        html = self._html[start:end]
        self._now[name] = (found, html)
        self.digests[name] = found["digest"]
        return Built(html, found["ids"], found["links"])

    def all_written(self, folder: Path) -> bool:
        """Write every page of the language into the built site in `folder` if all are kept; False when one has to be built.

        False too where there are files of its own beside its pages, which the engine copies.
        """
        language, names = self.site.languages[self.code], self.site.pages.names()
        own = (self.site.root / "docs" / self.code).rglob("*")
        if any(file.suffix != ".md" and file.is_file() for file in own):
            return False
        found = {}
        for name in names:
            built = self.find(name)
            if built is None:
                return False
            found[name] = built
        for name, built in found.items():
            write(built, folder / address(name, language) / "index.html")
        return True

    def keep(self, name: str, built: Built, readings: set[tuple[str, ...]]) -> None:
        """Keep page `name`, which was made from its own text and `readings`."""
        states = [(reading, self.site.pages.state(reading)) for reading in sorted(readings)]
        self.digests[name] = hashlib.sha256(built.html).hexdigest()
        found = {"key": self._key(name), "readings": states, "ids": built.ids, "links": built.links, "digest": self.digests[name]}
        self._now[name] = (found, built.html)

    def write(self) -> None:
        """Write down what is kept, when all pages are built."""
        if not self.made and self._now.keys() == self._known.keys():
            return
        head, at = {}, 0
        for name, (found, html) in self._now.items():
            head[name] = {**found, "html": [at, at + len(html)]}
            at += len(html)
        pages = b"".join(html for _, html in self._now.values())
        kept.write_bytes(self.site.root, self._file, json.dumps(head).encode() + b"\n" + pages)
