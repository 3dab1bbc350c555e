"""Every card can be set: its faces have each character, and its title fits.

Each language is looked at by a process of its own; the cards that come of it are there for whoever builds a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sitekit import fingerprint, kept, parallel
from sitekit.cards import card as cards
from sitekit.cards import faces
from sitekit.cards.card import Card
from sitekit.cards.known import Known
from sitekit.cards.shapes import SHAPES
from sitekit.pages import Page
from sitekit.problems import ContentError, Problem
from sitekit.site import Site


def problems(site: Site) -> list[Problem]:
    """Every character that no face of the cards has, and every title that fits in no size."""
    faces.load(site.root)
    if kept.used():
        fingerprint.project(site)  # worked out here, every language has it
    found: list[Problem] = []
    for rows, made in parallel.run([partial(_language, site, code) for code in site.languages]):
        found += rows
        site.take(made)
    return found


def _language(site: Site, code: str) -> tuple[list[Problem], dict[tuple[str, ...], Card]]:
    """What is wrong with the cards of language `code`, and its cards by their names."""
    known, found, made = Known(site, code), list[Problem](), dict[tuple[str, ...], Card]()
    for page in site.pages:
        if page.language != code:
            continue
        here = known.find(page)
        if here is None:
            rows = [*_card(site, page)]
            found += rows
            here = {} if rows else _made(site, page)
        made |= here
    return found, made


def _made(site: Site, page: Page) -> dict[tuple[str, ...], Card]:
    """The cards of `page` by their names; none when its title or picture is not what it should be, which `check_references` names."""
    try:
        return {cards.name(page, shape): cards.make(site, page, shape) for shape in SHAPES}
    except ContentError:
        return {}


def _card(site: Site, page: Page) -> Iterator[Problem]:
    key = "card_title" if page.header.card_title else "title"
    line = page.header.lines.get(key, 1)
    try:
        title = cards.text(site, page)
    except ContentError:
        return  # an unknown figure in the title, which `check_references` names
    known = faces.load(site.root)
    for text in (title, cards.section(site, page), site.words[page.language]("site-name")):
        if char := known.missing(text):
            yield Problem("card-character-missing", page.file, line, {"char": char, "code": f"U+{ord(char):04X}", "text": text})
            return
    if not all(cards.fit(site, page, shape) for shape in SHAPES):
        yield Problem("card-title-too-long", page.file, line, {"text": title})
