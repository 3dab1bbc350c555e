"""The web manifest of each language: what the site is called on a home screen, and where it opens.

It has no `id`: an id counts from the root of the host, but the site may stand below any folder; without one the start page
tells the languages apart.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from sitekit import links
from sitekit.context import Context
from sitekit.installing import icons, paths
from sitekit.languages import Language
from sitekit.pages import address
from sitekit.site import Site

COLOURS = "docs/stylesheets/tokens.css"
#: More than four no system shows.
SHORTCUTS = 4


def manifest(site: Site, language: Language) -> dict[str, Any]:
    """The manifest of `language`; its addresses are relative to itself."""
    here = paths.manifest(language)
    own = Context(site, here, language, language)
    home = site.pages.shown(language.code, "index")
    sections = [row for row in site.sections if row["place"] == "header"][:SHORTCUTS]
    return {
        "name": own.plain(home.header.title, home.file),
        "short_name": own.words("site-name"),
        "description": own.plain(home.header.description, home.file),
        "lang": language.tag,
        "dir": "ltr",
        "start_url": links.relative(address("index", language), here),
        # the whole site: changing the language does not leave it
        "scope": links.relative("", here),
        # with the browser's way back and share, which the pages do not have
        "display": "minimal-ui",
        "theme_color": icons.colour(site.root),
        "background_color": paper(site.root),
        "icons": [_icon(here, icon) for icon in ("icon-192", "icon-512", "maskable-512")],
        "shortcuts": [{"name": own.pick(row["name"]), "url": own.link(row["page"])} for row in sections],
    }


def paper(root: Path) -> str:
    """The colour of the page by day, from the only place that names colours."""
    match = re.search(r"--site-paper: (#[0-9a-f]{6});", (root / COLOURS).read_text("utf-8"))
    if not match:
        raise ValueError(COLOURS)
    return match[1]


def _icon(here: str, name: str) -> dict[str, str]:
    pixels, part = icons.ICONS[name]
    return {"src": links.relative(icons.path(name), here), "sizes": f"{pixels}x{pixels}", "type": "image/png",
            "purpose": "maskable" if part else "any"}  # fmt: skip


def write(site: Site, folder: Path) -> None:
    """Write the icons, and the manifest of every language, into the built site in `folder`."""
    icons.write(site.root, folder)
    for language in site.languages.values():
        target = folder / paths.manifest(language)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(manifest(site, language), ensure_ascii=False, indent=1) + "\n", "utf-8")
