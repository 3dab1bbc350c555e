"""Which pictures a page shows on a phone, read from its Markdown: enough to weigh it before it is built."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from sitekit import citations, languages, picture_sizes, picture_subjects
from sitekit.pages import Pages
from sitekit.pictures.report import DENSITY
from sitekit.problems import ContentError

MARKDOWN = re.compile(r"!\[[^\]]*\]\((?P<path>[^)\s]+)\)")


#: CSS pixels that a picture of the library takes on a phone, and that any other takes at most.
PREVIEW, WHOLE = 80, 390
#: CSS pixels that the hero asks for there, which takes a share of the screen's pixels only.
HERO = round(WHOLE * picture_sizes.share(DENSITY))


def read(root: Path, images: dict[str, Any]) -> dict[str, list[tuple[str, str, int]]]:
    """For each page of the project in `root` (its file), what it shows: (picture, crop, CSS pixels wide on a phone).

    Empty when the pages cannot be read: the build says why, in its own words.
    """
    by_stem = {key.rpartition(".")[0]: key for key in images}

    def key(name: str) -> str:
        return name if name in images else by_stem.get(name.rpartition(".")[0], by_stem.get(name, name))

    try:
        pages = Pages(root, languages.load(root))
    except (ContentError, OSError, KeyError, TypeError):
        return {}
    uses = {}
    for page in pages:
        cards = [pages.shown(page.language, name) for name in page.header.cards if name in pages.names()]
        blocks = citations.names(page.body)
        if "news" in blocks:
            cards += [each for each in pages if each.language == page.language and each.header.kind == "news"]
        library = [name for subject, block in picture_subjects.BLOCKS.items() if block in blocks
                   for name in picture_subjects.shown(pages, page.language, subject, images)]  # fmt: skip
        uses[page.file] = [(key(page.header.picture), "tall", HERO), *((key(card.header.picture), "card", WHOLE) for card in cards),
                           *((key(found["path"].rpartition("/")[2]), "", WHOLE) for found in MARKDOWN.finditer(page.body)),
                           *((name, "square", PREVIEW) for name in library)]  # fmt: skip
    return uses
