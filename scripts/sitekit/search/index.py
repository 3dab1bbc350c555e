"""The index of one language: every page a reader of it can open, its sections, its words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sitekit import localtext
from sitekit.pages import address
from sitekit.picture_html import FOLDER, Gallery
from sitekit.search import names, passages
from sitekit.search.folding import simplified
from sitekit.site import Site
from sitekit.view import View

#: Kinds of pages that are not looked for: the list of all pages.
LEFT_OUT = {"list"}


def build(site: Site, folder: Path, code: str, site_url: str) -> dict[str, Any]:
    """The index of language `code` from the pages built in `folder`; deterministic, and JSON as it stands.

    `pages` are [address, title, trail, lead, kind, thumbnail, keywords, language if it is not the reader's,
    [[id, heading, text] …]]; `names` are [folded form, folded other forms …]; `variants` is a string of pairs of a
    traditional and a simplified character, as far as the index holds the latter; `sections` are [address, name].
    """
    pages = [_page(site, View(site, code, name, site_url), folder) for name in site.pages.names()]
    pages = [page for page in pages if page[4] not in LEFT_OUT]
    texts = [text for page in pages for text in (page[1], page[3], *(words for passage in page[8] for words in passage[1:]))]
    letters = set("".join(texts))
    variants = "".join(f"{char}{plain}" for char, plain in sorted(simplified().items()) if plain in letters)
    sections = [[address(row["page"], site.languages[code]), localtext.pick(row["name"], code)]
                for row in site.sections if row["place"] == "header"]  # fmt: skip
    return {"pages": pages, "names": names.known(site.glossary, code, texts), "variants": variants, "sections": sections}


def _page(site: Site, view: View, folder: Path) -> list[Any]:
    html = (folder / view.address / "index.html").read_text("utf-8")
    header = view.header
    others = [site.pages.shown(code, view.name) for code in site.languages]
    titles = {page.header.title for page in others} - {header.title}
    keywords = [*sorted(titles), *header.search_terms]
    sections = [[passage.ident, passage.heading, passage.text] for passage in passages.read(html)]
    trail = " › ".join(row["name"] for row in view.trail[1:])
    return [view.address, view.plain(header.title), trail, view.plain(header.lead), header.kind, _thumbnail(view.gallery, view),
            "\n".join(keywords), view.text.tag if view.fallback else "", sections]  # fmt: skip


def _thumbnail(gallery: Gallery, view: View) -> str:
    """Address below the root of a small square picture in a format that nearly every browser shows."""
    rows = gallery.find(view.header.picture, view.page.file)["crops"]["square"]
    usable = [row for row in rows if row["format"] in {"webp", "jpeg", "svg"}]
    return FOLDER + str(min(usable, key=lambda row: (row["width"], row["bytes"]))["file"])


def text(index: dict[str, Any]) -> bytes:
    """The index as UTF-8 JSON without blanks."""
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()
