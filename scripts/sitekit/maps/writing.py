"""Puts the files with all places, and the outlines of the map, into the built site."""

from __future__ import annotations

from pathlib import Path

from sitekit import province_map
from sitekit.context import Context
from sitekit.maps import geojson, gpx, paths
from sitekit.maps.located import sheet
from sitekit.pages import address
from sitekit.site import Site

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def write(site: Site, folder: Path, site_url: str) -> None:
    """Write `places.geojson` and `places.gpx` of every language, and the outlines, into the built site in `folder`."""
    path, outlines = province_map.outlines_file(site.root)
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(outlines, "utf-8")
    for language in site.languages.values():
        found = sheet(Context(site, address("index", language), language, language), site_url)
        for path, data in ((paths.geojson(language), geojson.text(found, LICENCE)), (paths.gpx(language), gpx.text(found, LICENCE))):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
