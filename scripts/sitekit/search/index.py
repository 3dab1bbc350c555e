"""The index of one language: every page a reader of it can open, its sections, its words.

It is written in parts, so that a query asks for a few kilobytes however many pages there are: the root says where
to look, a part of the tokens says on which pages a word stands, and each page comes by itself when it may be an answer.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Mapping
from posixpath import join, normpath
from typing import Any

from sitekit import localtext
from sitekit.pages import address
from sitekit.picture_html import FOLDER, Gallery
from sitekit.search import names as aliases
from sitekit.search import passages
from sitekit.search.folding import fold, simplified
from sitekit.search.postings import Postings
from sitekit.search.tokens import runs
from sitekit.site import Site
from sitekit.view import View

#: Kinds of pages that are not looked for: the list of all pages.
LEFT_OUT = {"list"}
#: What the search box says, by its keys in the interface catalogue. “Failed” stands in the page: it is for when nothing comes.
WORDS = ("empty", "none", "one", "many", "closest", "sections", "english")
#: How the index calls pages about the site itself: lists of all sources, names and pictures hold every word there is.
REFERENCE = "reference"
#: What a find in each field is worth, here and in client/pages.js.
FIELDS = {"title": 8, "names": 4, "heading": 4, "lead": 3, "about": 3, "text": 1}
#: Places and services before news, and both before lists: how much a kind of page counts, and how much its text does.
KINDS = {"home": (1.0, 0.6), "section": (1.0, 0.9), "place": (1.0, 1.1), "article": (1.0, 1.0), "news": (0.75, 0.6), REFERENCE: (0.75, 0.2)}
#: Languages that write syllables, not words, between blanks: two neighbours are what a reader calls a word.
SYLLABLES = {"vi"}
#: A title may name several things: “Infrastructure: airport, ports …”.
TITLE_PARTS = re.compile(r"[,:、：，–—]")


def build(site: Site, html: Mapping[str, bytes], code: str, site_url: str) -> dict[str, bytes]:
    """Files of the index of language `code`, from its built pages (address → HTML); the same for the same pages.

    Pages are [address, title, trail, lead, description, kind, thumbnail, names, language if it is not the reader's,
    [[id, heading, text] …]]; for parts of tokens see `postings`. The root holds the folder of the parts, which changes
    with them, how many pages there are, where each part begins, pairs of a traditional and a simplified character as far
    as the index holds the latter, what menus call a page [name, number], and the sections [address, name].
    """
    views = [View(site, code, name, site_url) for name in site.pages.names()]
    views = [view for view in views if view.header.kind not in LEFT_OUT]
    read = [passages.read(html[view.address].decode()) for view in views]
    called = _called(views, [links for _, links in read])
    pages = [_page(site, view, found, called[view.address]) for view, (found, _) in zip(views, read, strict=True)]
    texts = [text for page in pages for text in (page[1], page[3], page[4], *(words for passage in page[-1] for words in passage[1:]))]
    letters = set("".join(texts))
    postings = Postings(pairs=code in SYLLABLES)
    for page in pages:
        postings.add(_fields(page))
    parts = postings.parts(aliases.known(site.glossary, code, texts), _names(pages))
    files: dict[str, Any] = {f"t{number}": part for number, (_, part) in enumerate(parts)}
    files |= {f"p{number}": page for number, page in enumerate(pages)} | {"words": " ".join(postings.words())}
    written = {name: _text(value) for name, value in files.items()}
    place = f"{code}/{hashlib.sha256(b''.join(written.values())).hexdigest()[:10]}"
    root = {
        "parts": place,
        "pages": len(pages),
        "pairs": postings.pairs,
        "tokens": [first for first, _ in parts],
        "variants": "".join(f"{char}{plain}" for char, plain in sorted(simplified().items()) if plain in letters),
        "called": _menu(site, code, views),
        "words": {key: site.words[code](f"search-{key}") for key in WORDS},
        "sections": [[address(row["page"], site.languages[code]), localtext.pick(row["name"], code)]
                     for row in site.sections if row["place"] == "header"],
    }  # fmt: skip
    return {code: _text(root)} | {f"{place}/{name}": text for name, text in written.items()}


def _page(site: Site, view: View, found: list[passages.Passage], called: list[str]) -> list[Any]:
    header = view.header
    others = [site.pages.shown(code, view.name).header.title for code in site.languages]
    known = {fold(header.title): ""}
    # what other pages call it in their links is what people call it
    for name in (*sorted(set(others)), *header.search_terms, *called, _path_words(view.name)):
        known.setdefault(fold(name), name)
    kind = REFERENCE if view.name.partition("/")[0] in _footer(site) else header.kind
    return [view.address, view.plain(header.title), " › ".join(row["name"] for row in view.trail[1:]), view.plain(header.lead),
            view.plain(header.description), kind, _thumbnail(view.gallery, view), "\n".join(name for name in known.values() if name),
            view.text.tag if view.fallback else "",
            [[passage.ident, passage.heading, passage.text] for passage in found]]  # fmt: skip


def _fields(page: list[Any]) -> list[tuple[str, float]]:
    """The fields of a page, each with its weight."""
    _, title, _, lead, about, kind, _, names, _, sections = page
    whole, said = KINDS.get(kind, (1.0, 1.0))
    rows = [("title", title, whole), ("names", names, whole), ("lead", lead, said), ("about", about, said)]
    for _, heading, text in sections:
        rows += [("heading", heading, said), ("text", text, said)]
    return [(text, FIELDS[name] * share) for name, text, share in rows]


def _names(pages: list[list[Any]]) -> list[tuple[str, int]]:
    """(name, number of the page) for the title of every page, the things that it lists, and its other names."""
    found = [(" ".join(runs(name)), number) for number, page in enumerate(pages)
             for name in (page[1], *TITLE_PARTS.split(page[1]), *page[7].split("\n"))]  # fmt: skip
    return sorted({(name, number) for name, number in found if name})


def _called(views: list[View], links: list[list[tuple[str, str]]]) -> dict[str, list[str]]:
    """Address of a page → the words of the links that lead to it."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for view, rows in zip(views, links, strict=True):
        for target, words in rows:
            where = normpath(join(view.address or ".", target.partition("#")[0])).strip("./")
            # a link into the page itself, and one whose words are a sentence, give no name
            if where != view.address.strip("/") and words and len(words) <= 40:
                found[f"{where}/" if where else ""].setdefault(words)
    return defaultdict(list, {where: list(words) for where, words in found.items()})


def _menu(site: Site, code: str, views: list[View]) -> list[list[Any]]:
    """[folded name, number of the page] of the home page and the sections: who types only that means that page."""
    numbers = {view.name: number for number, view in enumerate(views)}
    home = re.split(r"\s*[–—:：]", views[numbers["index"]].header.title, maxsplit=1)[0]
    rows = [("index", home), *((row["page"], localtext.pick(row["name"], code)) for row in site.sections)]
    return [[fold(name), numbers[page]] for page, name in rows if page in numbers]


def _path_words(name: str) -> str:
    """The page's name in its address, as words: `land and climate`; of a section its folder."""
    return name.removesuffix("/index").rpartition("/")[2].replace("-", " ")


def _footer(site: Site) -> set[str]:
    """Folders of the sections that stand in the footer alone."""
    return {row["page"].partition("/")[0] for row in site.sections if row["place"] == "footer"}


def _thumbnail(gallery: Gallery, view: View) -> str:
    """Address below the root of a small square picture in a format that nearly every browser shows."""
    rows = gallery.find(view.header.picture, view.page.file)["crops"]["square"]
    usable = [row for row in rows if row["format"] in {"webp", "jpeg", "svg"}]
    return FOLDER + str(min(usable, key=lambda row: (row["width"], row["bytes"]))["file"])


def _text(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
