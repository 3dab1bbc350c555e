"""What all built pages hold together, for what is written once for all of them.

Kinds of elements are for the style sheet, inline scripts and styles for the host's headers, pictures for the sitemaps. Pages
are read by folder; one whose pages are what they were is not read again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sitekit import fingerprint, kept, page_pictures
from sitekit.hosting import inline
from sitekit.hosting.inline import Digests
from sitekit.page_files import PageFiles
from sitekit.sheets import vocabulary
from sitekit.sheets.vocabulary import Kind, Test
from sitekit.site import Site


@dataclass(frozen=True)
class Contents:
    """What some pages hold: every kind of element once, the digests of what they have inline, their own pictures.

    `pictures`: source file of a real page → names in the manifest, in the order in which they stand.
    """

    kinds: frozenset[Kind]
    inline: Digests
    pictures: dict[str, list[str]]


def together(rows: Iterable[Contents]) -> Contents:
    """What many pages hold."""
    known = list(rows)
    return Contents(frozenset().union(*(row.kinds for row in known)), inline.together(row.inline for row in known),
                    {file: names for row in known for file, names in row.pictures.items()})  # fmt: skip


def of_language(built: PageFiles, tests: frozenset[Test]) -> Contents:
    """What the `built` pages of a language hold, as far as a sheet with these `tests` can tell elements apart."""
    site, code = built.site, built.code
    groups: dict[str, list[str]] = defaultdict(list)
    for name in built.names:
        groups[name.rpartition("/")[0]].append(name)
    kept_as, images = f"contents/{code}", fingerprint.of(sorted(site.images.items())) if kept.used() else ""
    known, now, found = kept.read(site.root, kept_as) or {}, {}, []
    for place, names in groups.items():
        digests = [(name, built.digest(name)) for name in names] if kept.used() else []
        key = fingerprint.of(fingerprint.code(), sorted(tests), images, digests) if kept.used() else ""
        row = known.get(place)
        made = _taken(row) if row and row["key"] == key else _of(site, code, {name: built.html(name) for name in names}, tests)
        now[place] = {"key": key, **_told(made)}
        found.append(made)
    if now != known:
        kept.write(site.root, kept_as, now)
    return together(found)


def _of(site: Site, code: str, pages: Mapping[str, bytes], tests: frozenset[Test]) -> Contents:
    """What `pages` of language `code` (name → HTML) hold."""
    texts = {name: html.decode() for name, html in pages.items()}
    real = {name: page for name in texts if (page := site.pages.real(code, name))}
    return Contents(vocabulary.together(texts.values(), tests), inline.together(map(inline.of, texts.values())),
                    {page.file: page_pictures.of(texts[name], site.images) for name, page in real.items()})  # fmt: skip


def _told(contents: Contents) -> dict[str, Any]:
    """`contents` as JSON has it."""
    kinds = sorted((kind.tag, sorted(kind.classes), [list(each) for each in kind.attributes]) for kind in contents.kinds)
    return {"kinds": [list(kind) for kind in kinds], "scripts": list(contents.inline.scripts), "styles": list(contents.inline.styles),
            "pictures": contents.pictures}  # fmt: skip


def _taken(row: Mapping[str, Any]) -> Contents:
    kinds = frozenset(Kind(tag, frozenset(classes), tuple((name, value) for name, value in attributes))
                      for tag, classes, attributes in row["kinds"])  # fmt: skip
    return Contents(kinds, Digests(tuple(row["scripts"]), tuple(row["styles"])), row["pictures"])
