"""The map of the province as inline SVG: neighbours named in the page's language, every place a link.

The outlines are the same on every page and in every language: they stand in one file that the maps use, in the colours of
the page.
It draws Nghệ An and the provinces around it from `data/map/provinces.geojson` and never the whole country.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import pairwise
from pathlib import Path

from sitekit import outlines

FILE = "data/map/provinces.geojson"
HOME = "nghe-an"
#: West, south, east and north edge in degrees: the province, a rim of its neighbours, and sea for the labels.
WEST, SOUTH, EAST, NORTH = 103.72, 18.40, 106.52, 20.06
STRETCH = math.cos(math.radians((SOUTH + NORTH) / 2))
WIDTH = 720
SCALE = WIDTH / ((EAST - WEST) * STRETCH)
HEIGHT = round((NORTH - SOUTH) * SCALE)
#: Where the names of the neighbours and of Laos stand, in degrees (longitude, latitude).
NEIGHBOURS = {"thanh-hoa": (105.42, 19.82), "ha-tinh": (105.52, 18.45), "houaphanh": (104.18, 19.88),
              "xiangkhouang": (104.13, 19.03), "bolikhamxay": (104.46, 18.54)}  # fmt: skip
LAOS = (103.98, 18.66)
SEA = (106.22, 19.86)
#: The provinces whose eastern edge is the coast.
COASTAL = ("thanh-hoa", HOME, "ha-tinh")
LINE_HEIGHT = 34
COAST_LABELS = 105.84
DOT = 7
#: Shapes are cut off this far outside the frame: further than their outlines are wide.
RIM = 8


@dataclass(frozen=True)
class Mark:
    """A place on the map. `side`: `coast` puts its name in the column over the sea, else beside the dot."""

    name: str
    latitude: float
    longitude: float
    link: str
    side: str
    kind: str


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Position in SVG units: equirectangular, true to scale at the middle of the map."""
    return (longitude - WEST) * STRETCH * SCALE, (NORTH - latitude) * SCALE


def _path(geometry: dict[str, object]) -> str:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    rings = []
    for polygon in polygons:  # type: ignore[attr-defined]
        for ring in polygon:
            points = [project(*point) for point in ring]
            rings.append(outlines.path(outlines.clipped(points, (-RIM, -RIM, WIDTH + RIM, HEIGHT + RIM))))
    return "".join(rings)


@lru_cache(maxsize=2)
def _shapes(root: Path) -> tuple[dict[str, str], str]:
    """The outlines of the provinces by id, and of the sea."""
    features = json.loads((root / FILE).read_text("utf-8"))["features"]
    rings = [feature["geometry"]["coordinates"][0] for feature in features if feature["id"] in COASTAL]
    return {feature["id"]: _path(feature["geometry"]) for feature in features}, _sea(rings)


@lru_cache(maxsize=2)
def outlines_file(root: Path) -> tuple[str, str]:
    """Where the file with the outlines is published (below the site's root, named by its content), and its text."""
    shapes, sea = _shapes(root)
    around = "".join(f'<path d="{path}"/>' for key, path in sorted(shapes.items()) if key != HOME)
    text = (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"><path id="sea" d="{sea}"/>'
            f'<g id="around">{around}</g><path id="home" d="{shapes[HOME]}"/></svg>\n')  # fmt: skip
    return f"assets/maps/province.{hashlib.sha256(text.encode()).hexdigest()[:10]}.svg", text


def _easternmost(rings: list[list[list[float]]], latitude: float) -> float:
    """Longitude at which the coast crosses `latitude`."""
    crossings = [x1 + (latitude - y1) * (x2 - x1) / (y2 - y1)
                 for ring in rings for (x1, y1), (x2, y2) in pairwise(ring) if (y1 > latitude) != (y2 > latitude)]  # fmt: skip
    return max(crossings, default=EAST)


def _sea(rings: list[list[list[float]]]) -> str:
    """Everything east of the coast: provinces that are not drawn stay land."""
    steps = 160
    latitudes = [NORTH - (NORTH - SOUTH) * step / steps for step in range(steps + 1)]
    points = [project(_easternmost(rings, latitude) - 0.01, latitude) for latitude in latitudes]
    return outlines.path([(WIDTH, 0.0), *points, (WIDTH, HEIGHT)])


def _spread(rows: list[tuple[float, Mark]], gap: float) -> list[tuple[float, Mark]]:
    """Heights of the labels of one column: each near its dot, `gap` apart, the lowest still on the map."""
    ordered = sorted(rows, key=lambda row: row[0])
    heights: list[float] = []
    for y, _ in ordered:
        heights.append(max(y, heights[-1] + gap) if heights else y)
    floor = HEIGHT - gap * 0.85  # a tall letter and its stroke keep clear of the rounded corner
    for number in reversed(range(len(heights))):
        heights[number] = min(heights[number], floor)
        floor = heights[number] - gap
    return [(height, mark) for height, (_, mark) in zip(heights, ordered, strict=True)]


def svg(outlines_link: str, marks: Iterable[Mark], labels: dict[str, str], title: str, description: str) -> str:
    """The map as one line of SVG. `labels` names the neighbours, `country` (Laos) and `sea` in the page's language.

    `outlines_link` leads from the page to the file with the outlines.
    """
    parts = [f'<svg class="site-map" viewBox="0 0 {WIDTH} {HEIGHT}" role="group" aria-labelledby="map-title map-text">'
             f'<title id="map-title">{escape(title)}</title><desc id="map-text">{escape(description)}</desc>']  # fmt: skip
    parts += [f'<use class="site-map__{name}" href="{outlines_link}#{ident}"/>'
              for name, ident in (("sea-water", "sea"), ("around", "around"), ("home", "home"))]  # fmt: skip
    for key, position in NEIGHBOURS.items():
        x, y = project(*position)
        parts.append(f'<text class="site-map__neighbour" x="{x:.0f}" y="{y:.0f}" text-anchor="middle">'
                     f"{escape(labels[key])}</text>")  # fmt: skip
    for name, position in (("country", LAOS), ("sea", SEA)):
        x, y = project(*position)
        parts.append(f'<text class="site-map__{name}" x="{x:.0f}" y="{y:.0f}" text-anchor="middle">{escape(labels[name])}</text>')
    coast = [(project(mark.longitude, mark.latitude)[1], mark) for mark in marks if mark.side == "coast"]
    heights = {id(mark): y for y, mark in _spread(coast, LINE_HEIGHT)}
    parts += [_mark(mark, heights.get(id(mark))) for mark in marks]
    return "".join(parts) + "</svg>"


def _mark(mark: Mark, height: float | None) -> str:
    x, y = project(mark.longitude, mark.latitude)
    anchor, line = "start", ""
    if height is not None:
        label_x, label_y = project(COAST_LABELS, 0)[0], height
        line = f'<path class="site-map__lead" d="M{x:.0f} {y:.0f}L{label_x - 8:.0f} {label_y:.0f}"/>'
    else:
        step = {"left": (-14.0, 0.0), "right": (14.0, 0.0), "above": (0.0, -24.0), "below": (0.0, 26.0)}[mark.side]
        label_x, label_y = x + step[0], y + step[1]
        anchor = {"left": "end", "right": "start"}.get(mark.side, "middle")
    # the second, transparent circle makes the target of a finger 24 px wide on a 360 px phone
    body = (f'{line}<circle class="site-map__touch" cx="{x:.0f}" cy="{y:.0f}" r="24"/>'
            f'<circle class="site-map__dot site-map__dot--{mark.kind}" cx="{x:.0f}" cy="{y:.0f}" r="{DOT}"/>'
            f'<text x="{label_x:.0f}" y="{label_y:.0f}" dy=".35em" text-anchor="{anchor}">{escape(mark.name)}</text>')  # fmt: skip
    return f'<a href="{escape(mark.link)}">{body}</a>'
