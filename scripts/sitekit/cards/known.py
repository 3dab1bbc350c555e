"""Cards worked out by earlier builds: each is the same as long as its page's title and picture and the whole project are.

Only their addresses are kept: a card that has to be drawn is worked out again (`card.whole`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sitekit import fingerprint, kept
from sitekit.cards import card as cards
from sitekit.cards.card import Card
from sitekit.cards.shapes import SHAPES, Shape
from sitekit.pages import Page
from sitekit.site import Site

FOLDER = "cards"


class Known:
    """The cards of language `code` that an earlier build worked out."""

    def __init__(self, site: Site, code: str) -> None:
        self._known = _read(site, code)

    def find(self, page: Page) -> dict[tuple[str, ...], Card] | None:
        """The cards of `page` by their names (`card.name`); None when one has to be worked out."""
        found = {}
        for shape in SHAPES:
            row = self._known.get(_key(page, shape))
            if row is None:
                return None
            stem, key = row
            found[cards.name(page, shape)] = Card(shape, stem, key)
        return found


def write(site: Site, code: str, made: Iterable[tuple[Page, Card]]) -> None:
    """Keep the cards of language `code`, each with its page, for the next build; cards of pages that are gone are forgotten."""
    now = {_key(page, card.shape): [card.stem, card.key] for page, card in made if page.language == code}
    if now.keys() != _read(site, code).keys():
        kept.write(site.root, f"{FOLDER}/{code}", {"project": fingerprint.project(site), "cards": now})


def _read(site: Site, code: str) -> dict[str, Any]:
    found = kept.read(site.root, f"{FOLDER}/{code}")
    return dict(found["cards"]) if found and found["project"] == fingerprint.project(site) else {}


def _key(page: Page, shape: Shape) -> str:
    return fingerprint.of(*cards.name(page, shape))
