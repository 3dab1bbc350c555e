"""Files that a build makes and a page needs at once: the joined style sheet, the script, the map's shapes, pictures by their names."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sitekit import page_script, pictures_step, province_map
from sitekit.pictures import manifest
from sitekit.sharing import code
from sitekit.sheets import settings, writing
from sitekit.site import Site

PICTURES = "assets/pictures/"


def sheet(path: str, root: Path, themes: Iterable[str]) -> str | None:
    """The whole sheet that pages name `path` before a build cuts it and gives it a digest; None for any other file."""
    name = path.removeprefix(writing.FOLDER).removesuffix(".css")
    if path != f"{writing.FOLDER}{name}.css" or name not in settings.sheets():
        return None
    theme = next(Path(folder) for folder in themes if (Path(folder) / "assets/stylesheets").is_dir())
    return writing.joined(name, root, theme)


def text(path: str, root: Path, themes: Iterable[str]) -> str | None:
    """The text of file `path` of the site where it is made by a build; None for any other file."""
    if path == page_script.path():
        return page_script.source()
    shapes, drawn = province_map.outlines_file(root)
    return drawn if path == shapes else sheet(path, root, themes)


def scanned(path: str, site: Site, site_url: str) -> str | None:
    """The code for phones at `path`, as SVG; None for any other file."""
    url = code.urls(site, site_url).get(path) if path.endswith(code.FILE) else None
    return code.svg(url) if url else None


def picture(path: str, site: Site) -> Path | None:
    """Where the rendition lies that the site calls `path`; None when it is no picture of the site."""
    name = path.removeprefix(PICTURES)
    rows = (row for image in site.images.values() for row in manifest.rows(image) if row["file"] == name)
    row = next(rows, None) if path != name else None
    return site.root / pictures_step.FOLDER / "out" / pictures_step.stored(row) if row else None
