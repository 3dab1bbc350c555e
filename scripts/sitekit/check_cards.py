"""Every card can be set: its faces have each character, and its title fits."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.cards import card as cards
from sitekit.cards import faces
from sitekit.cards.shapes import SHAPES
from sitekit.pages import Page
from sitekit.problems import ContentError, Problem
from sitekit.site import Site


def problems(site: Site) -> list[Problem]:
    """Every character that no face of the cards has, and every title that fits in no size."""
    return [problem for page in site.pages for problem in _card(site, page)]


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
