"""A card before it is drawn: everything that decides its pixels, and its address."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import PIL

from sitekit import datafiles, pictures_step
from sitekit.cards import colours, faces, fitting, frame, shapes, words
from sitekit.cards.fitting import Fitted
from sitekit.cards.shapes import Shape
from sitekit.context import Context
from sitekit.pages import Page
from sitekit.site import Site

FOLDER = "assets/cards/"
MARK = "docs/assets/icons/favicon.svg"
#: The gold of the section is lightened by this share: it stands where the shade ends.
LIGHTER = 0.4
#: Bytes that a card stays under: messengers show none above their own limits, the lowest of which is 300 kB.
MOST_BYTES = 120_000
#: Raise it when code changes the bytes of cards in a way that nothing else shows.
SCHEMA = 1
#: Formats of renditions that the drawing process reads.
READ = ("jpeg", "svg")


@dataclass(frozen=True)
class Card:
    """One card. `picture` is the name of a rendition, `rights` what is written into the file.

    What is to be drawn is missing in a card that an earlier build worked out.
    """

    shape: Shape
    stem: str
    key: str
    frame: str = ""
    words: str = ""
    picture: str = ""
    rights: tuple[tuple[str, str], ...] = ()

    @property
    def address(self) -> str:
        """Where the card stands below the site's root: a changed card has a changed address, as networks keep what they saw."""
        return f"{FOLDER}{self.stem}.{self.key[:10]}.jpg"


def text(site: Site, page: Page) -> str:
    """The title that the cards of `page` show, its figures filled in."""
    language = site.languages[page.language]
    return Context(site, "", language, language).plain(page.header.card_title or page.header.title, page.file)


def section(site: Site, page: Page) -> str:
    """The name of the section that `page` belongs to; empty for a page that opens one, and for those outside of all."""
    row = next((row for row in site.sections if row["page"].partition("/")[0] == page.name.partition("/")[0]), None)
    return "" if row is None or row["page"] == page.name else str(row["name"][page.language])


def names(site: Site, language: str) -> tuple[str, ...]:
    """The names of the glossary in `language`."""
    return site.once(("names on cards", language), lambda: tuple(
        row[language]["form"] for row in site.glossary.values() if language in row and row.get("protect", True)))  # fmt: skip


@lru_cache(maxsize=4)
def _together(root: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = datafiles.load(root, "data/cards/words.yml")
    return found


def fit(site: Site, page: Page, shape: Shape) -> Fitted | None:
    """The title of `page` as it stands on a card of `shape`; None when it does not fit."""
    return site.once(("fit", *_of(page), shape), lambda: _fit(site, page, shape))


def _of(page: Page) -> tuple[str, ...]:
    """What of a page decides its cards."""
    return page.file, page.header.title, page.header.card_title, page.header.picture


def _fit(site: Site, page: Page, shape: Shape) -> Fitted | None:
    code = page.language
    together = tuple(_together(site.root).get(code, ()))
    return fitting.fit(text(site, page), code, names(site, code), faces.load(site.root), shape.room, shapes.leading(code), together)


def _rendition(image: dict[str, Any], shape: Shape) -> dict[str, Any]:
    """The narrowest rendition of `image` that fills `shape`, else the widest."""
    rows = next(image["crops"][crop] for crop in shape.crops if image["crops"].get(crop))
    known = sorted((row for row in rows if row["format"] in READ), key=lambda row: int(row["width"]))
    found: dict[str, Any] = next((row for row in known if row["width"] >= shape.width), known[-1])
    return found


def make(site: Site, page: Page, shape: Shape) -> Card:
    """The card of `page` in `shape`. What a title cannot be was refused before the build (`sitekit.check_cards`)."""
    return site.once(name(page, shape), lambda: _make(site, page, shape))


def name(page: Page, shape: Shape) -> tuple[str, ...]:
    """What the card of `page` in `shape` is called among the things worked out once: all that decides it beside the project."""
    return ("card", shape.name, *_of(page))


def _make(site: Site, page: Page, shape: Shape) -> Card:
    language = site.languages[page.language]
    known = faces.load(site.root)
    title = fit(site, page, shape)
    assert title is not None  # noqa: S101 (see above; told to the type checker)
    image = Context(site, "", language, language).gallery.find(page.header.picture, page.file)
    said = words.Said(page.language, title, section(site, page), site.words[page.language]("site-name"))
    dark = colours.load(site.root)["slate"]
    mark = site.once(("mark",), lambda: frame.inside(site.root / MARK))
    drawn = words.svg(said, shape, known, colours.between(dark["gold"], dark["on-deep"], LIGHTER), mark)
    around = frame.svg(site.root, shape, frame.reach(shape, words.top(said, shape)))
    picture = pictures_step.stored(_rendition(image, shape))
    rights = tuple(sorted(image.get("rights", {}).items()))
    matters = [SCHEMA, MOST_BYTES, _versions(), [face.digest for face in known.all.values()], around, drawn, picture, rights]
    key = hashlib.sha256(json.dumps(matters).encode()).hexdigest()[:32]
    stem = "-".join((page.language, *page.name.split("/"), *(("square",) if shape is shapes.SQUARE else ())))
    return Card(shape, stem, key, around, drawn, picture, rights)


def whole(site: Site, page: Page, card: Card) -> Card:
    """The `card` of `page` with all that is to be drawn."""
    return card if card.words else _make(site, page, card.shape)


@lru_cache(maxsize=1)
def _versions() -> list[str]:
    """The programs whose versions change pixels."""
    return [PIL.__version__, importlib.metadata.version("resvg-py")]
