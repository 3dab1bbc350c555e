"""Cards worked out by earlier builds: each is the same as long as its page's title and picture and the whole project are.

Only their addresses are kept: a card that has to be drawn is worked out again (`card.whole`).
"""

from __future__ import annotations

from typing import Any

from sitekit import fingerprint, kept
from sitekit.cards import card as cards
from sitekit.cards.card import Card
from sitekit.cards.shapes import SHAPES, Shape
from sitekit.pages import Page
from sitekit.site import Site

FOLDER = "cards"


class Known:
    """The cards of language `code` that an earlier build worked out, and those that this one adds."""

    def __init__(self, site: Site, code: str) -> None:
        self.site, self._file = site, f"{FOLDER}/{code}"
        self._project = fingerprint.project(site) if kept.used() else ""
        found = kept.read(site.root, self._file) or {}
        self._known: dict[str, Any] = found["cards"] if found.get("project") == self._project else {}
        self._now: dict[str, Any] = {}

    def find(self, page: Page) -> dict[tuple[str, ...], Card] | None:
        """The cards of `page` by their names (`card.name`); None when one has to be worked out."""
        found = {}
        for shape in SHAPES:
            row = self._known.get(self._key(page, shape))
            if row is None:
                return None
            stem, key = row
            found[cards.name(page, shape)] = Card(shape, stem, key)
        self.keep(page, found)
        return found

    def keep(self, page: Page, found: dict[tuple[str, ...], Card]) -> None:
        """Keep the cards of `page`."""
        for card in found.values():
            self._now[self._key(page, card.shape)] = (card.stem, card.key)

    def write(self) -> None:
        """Write down what is kept."""
        if self._now.keys() != self._known.keys():
            kept.write(self.site.root, self._file, {"project": self._project, "cards": self._now})

    @staticmethod
    def _key(page: Page, shape: Shape) -> str:
        return fingerprint.of(*cards.name(page, shape))
