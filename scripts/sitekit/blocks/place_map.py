"""`{{ map }}`: the map of the province, its places linked."""

from __future__ import annotations

from sitekit import province_map
from sitekit.context import Context


def html(page: Context) -> str:
    """The map with every place that has a position and a page."""
    marks = []
    for place in page.site.places.values():
        position = place.get("coordinates") or place.get("map_position")
        if position and place.get("page") and place.get("side"):
            name = page.pick(place.get("map_name") or place["name"])
            link = page.link(place["page"], place.get("anchor") or "")
            marks.append(province_map.Mark(name, position[0], position[1], link, place["side"], place["kind"]))
    labels = {key: page.words(f"map-{key}") for key in (*province_map.NEIGHBOURS, "country", "sea")}
    return province_map.svg(page.site.root, marks, labels, page.words("map-title"), page.words("map-text"))
