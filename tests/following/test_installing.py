"""The site on a home screen: manifests and icons."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from PIL import Image

from page_list import CODES
from sitekit.installing import icons, paths
from sitekit.pages import Pages, address
from sitekit.site import Site


def _manifest(project: Site, written: Path, code: str) -> tuple[str, dict[str, Any]]:
    path = paths.manifest(project.languages[code])
    return f"https://host/folder/{path}", json.loads((written / path).read_text("utf-8"))


@pytest.mark.parametrize("code", CODES)
def test_it_opens_in_its_own_language(project: Site, written: Path, code: str) -> None:
    """Each manifest starts at its language's home page, below any folder of any host; the other languages are part of it."""
    here, manifest = _manifest(project, written, code)
    language = project.languages[code]
    assert (manifest["lang"], manifest["dir"]) == (language.tag, "ltr")
    assert urljoin(here, manifest["start_url"]) == f"https://host/folder/{address('index', language)}"
    assert urljoin(here, manifest["scope"]) == "https://host/folder/"
    assert manifest["name"]
    assert len(manifest["short_name"]) <= 12
    assert all(word not in json.dumps(manifest, ensure_ascii=False) for word in ("{{", "}}"))


@pytest.mark.parametrize("code", CODES)
def test_icons_are_what_the_manifest_says(project: Site, written: Path, code: str) -> None:
    """Every icon exists, is a PNG of the size it claims, and one of them may be cut to any shape."""
    here, manifest = _manifest(project, written, code)
    found = {}
    for row in manifest["icons"]:
        file = written / urlsplit(urljoin(here, row["src"])).path.removeprefix("/folder/")
        with Image.open(file) as image:
            assert (image.format, f"{image.width}x{image.height}") == ("PNG", row["sizes"])
        assert row["type"] == "image/png"
        found[row["sizes"], row["purpose"]] = file
    assert set(found) == {("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")}


def test_shortcuts_lead_to_sections(project: Site, written: Path, pages: Pages) -> None:
    """Every shortcut leads to a page of the same language that exists."""
    for code in CODES:
        here, manifest = _manifest(project, written, code)
        known = {f"https://host/folder/{address(name, project.languages[code])}" for name in pages.names()}
        assert {urljoin(here, row["url"]) for row in manifest["shortcuts"]} < known


@pytest.mark.parametrize("name", ["maskable-512", "apple-touch-icon"])
def test_icons_that_are_cut_lose_nothing(written: Path, name: str) -> None:
    """The mark stands in the middle four fifths of a maskable icon; both kinds are opaque up to their corners."""
    with Image.open(written / icons.path(name)) as file:
        image = file.convert("RGBA")
    ground = image.getpixel((0, 0))
    assert image.getchannel("A").getextrema() == (255, 255)
    middle, reach = image.width / 2, 0.0
    for y in range(image.height):
        for x in range(image.width):
            if image.getpixel((x, y)) != ground:
                reach = max(reach, ((x - middle) ** 2 + (y - middle) ** 2) ** 0.5 / image.width)
    assert reach > 0.2
    assert reach <= (0.4 if name.startswith("maskable") else 0.5)


def test_one_mark(root: Path, written: Path) -> None:
    """The icons are drawn from the mark of the site, with its ground as the colour of the window's frame."""
    colour = icons.colour(root)
    head = (root / "overrides/partials/site/head.html").read_text("utf-8")
    assert f'<meta name="theme-color" content="{colour}">' in head
    with Image.open(written / icons.path("icon-512")) as image:
        assert "#{:02x}{:02x}{:02x}".format(*image.convert("RGB").getpixel((256, 16))) == colour  # type: ignore[misc]
    with pytest.raises(ValueError, match="favicon"):
        icons.svg("<svg viewBox='0 0 48 48'/>", 0.7)
