"""Every page has a picture for networks: 1200 × 630, light enough to be shown, its own in each language."""

from __future__ import annotations

from collections.abc import Iterator

from PIL import Image

from sitekit.audit.built import Built, Page
from sitekit.problems import Problem

SIZE = (1200, 630)
MOST_BYTES = 120_000
TEXTS = ("og:image:alt", "og:locale", "twitter:card")


def problems(site: Built) -> list[Problem]:
    """Every page without a card, and every card that is lost, of another size, too heavy, or of another language."""
    found: list[Problem] = []
    owners: dict[str, str] = {}
    for page in site.pages.values():
        if page.indexed:
            found += _card(site, page, owners)
    return found


def _card(site: Built, page: Page, owners: dict[str, str]) -> Iterator[Problem]:
    address = page.meta("og:image")
    target = site.target(address, page.address) if address else None
    if target is None or target[0] not in site.files:
        yield Problem("card-missing", page.file, words={"address": address or "—"})
        return
    file = site.folder / target[0]
    with Image.open(file) as card:
        size, form = card.size, card.format
    said = (page.meta("og:image:width"), page.meta("og:image:height"))
    if size != SIZE or said != (str(SIZE[0]), str(SIZE[1])) or form not in {"JPEG", "PNG"}:
        yield Problem("card-size", page.file, words={"width": size[0], "height": size[1], "card": target[0]})
    if file.stat().st_size > MOST_BYTES:
        yield Problem("card-heavy", page.file, words={"bytes": file.stat().st_size, "most": MOST_BYTES, "card": target[0]})
    missing = [name for name in TEXTS if not page.meta(name)]
    if missing:
        yield Problem("card-untold", page.file, words={"missing": ", ".join(missing)})
    language = page.lang.partition("-")[0]
    if page.meta("og:locale").partition("_")[0] not in {"", language} or owners.setdefault(target[0], page.lang) != page.lang:
        yield Problem("card-language", page.file, words={"card": target[0], "lang": page.lang})
