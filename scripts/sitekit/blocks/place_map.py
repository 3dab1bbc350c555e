"""`{{ map }}`: the map of the province, its places linked; below it every place in the reader's own map."""

from __future__ import annotations

from html import escape
from typing import Any

from sitekit import province_map
from sitekit.context import Context
from sitekit.maps import paths, services
from sitekit.pages import address


def html(page: Context) -> str:
    """The map with every place that has a position and a page; on other pages than the home page also the list."""
    marks = []
    for place in page.site.places.values():
        position = place.get("coordinates") or place.get("map_position")
        if position and place.get("page") and place.get("side"):
            name = page.pick(place.get("map_name") or place["name"])
            link = page.link(place["page"], place.get("anchor") or "")
            marks.append(province_map.Mark(name, position[0], position[1], link, place["side"], place["kind"]))
    labels = {key: page.words(f"map-{key}") for key in (*province_map.NEIGHBOURS, "country", "sea")}
    outlines, _ = province_map.outlines_file(page.site.root)
    drawn = province_map.svg(page.file(outlines), marks, labels, page.words("map-title"), page.words("map-text"))
    return drawn if page.here == address("index", page.reader) else drawn + _list(page)


def _list(page: Context) -> str:
    """Every place with its links to map services, and the files with all that have coordinates. Closed: it is long."""
    items = "".join(_item(page, key, place) for key, place in page.site.places.items())
    files = (("GeoJSON", paths.geojson(page.reader), "application/geo+json"), ("GPX", paths.gpx(page.reader), "application/gpx+xml"))
    links = " ".join(f'<a href="{page.file(path)}" type="{kind}" download>{name}</a>' for name, path, kind in files)
    return (f'<details class="site-part site-places" data-leaf="places"><summary>{page.words("map-places")}</summary>'
            f'<ul class="site-links">{items}</ul>'
            f'<p><small>{page.words("map-unlocated")}</small></p>'
            f'<p class="site-links">{page.words("map-download", links=links)}</p></details>')  # fmt: skip


def _item(page: Context, key: str, place: dict[str, Any]) -> str:
    name = page.tell(place["name"])
    if place.get("page"):
        name = f'<a href="{page.link(place["page"], place.get("anchor") or "")}">{name}</a>'
    return f'<li id="map-{escape(key, quote=True)}"><strong>{name}</strong> {_phone(place)}{services.html(page, place)}</li>'


def _phone(place: dict[str, Any]) -> str:
    """The coordinates, which open the map of a telephone; nothing where none are known."""
    position = place.get("coordinates")
    return f'<a href="{services.geo(place)}">{position[0]}, {position[1]}</a> ' if position else ""
