"""The places of a page, and the province as a destination."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from babel import Locale

from sitekit import localtext
from sitekit.languages import REFERENCE
from sitekit.structured_data import idents
from sitekit.structured_data.nodes import Node, node, ref

if TYPE_CHECKING:
    from sitekit.view import View

#: Kind of a row of data/places.yml → types. A place that is no sight is just a place.
TYPES: dict[str, list[str]] = {
    "town": ["TouristDestination"], "region": ["TouristDestination"],
    "beach": ["TouristAttraction", "Beach"], "park": ["TouristAttraction", "Park"], "museum": ["TouristAttraction", "Museum"],
    "relic": ["TouristAttraction", "LandmarksOrHistoricalBuildings"], "temple": ["TouristAttraction", "PlaceOfWorship"],
    "lake": ["TouristAttraction", "LakeBodyOfWater"], "waterfall": ["TouristAttraction", "Waterfall"],
    "mountain": ["TouristAttraction", "Mountain"], "cave": ["TouristAttraction", "Landform"],
    "field": ["TouristAttraction"], "village": ["TouristAttraction"],
    "gate": ["Place"], "port": ["Place"], "industrial-park": ["Place"],
}  # fmt: skip
SIGHT = "TouristAttraction"
#: Opening hours as data/places.yml begins to tell them: 7:00–18:00.
HOURS = re.compile(r"(\d{1,2}):(\d\d)[–—-](\d{1,2}):(\d\d)")

Row = dict[str, Any]


def types(row: Row) -> list[str]:
    """What kind of thing the place of `row` is. A temple that is a listed relic is a historical building too."""
    listed = ["LandmarksOrHistoricalBuildings"] if row["kind"] == "temple" and row.get("status") else []
    return [*TYPES[row["kind"]], *listed]


def province_id(view: View) -> str:
    """The name of the province's node."""
    return idents.home(view) + "#nghe-an"


def place_id(view: View, key: str) -> str:
    """The name of the place `key`, on the page that tells of it."""
    return f"{idents.page(view, view.site.places[key]['page'])}#place-{key}"


def of_page(view: View) -> list[Node]:
    """The places that the page tells of, the one it is named for first."""
    keys = [key for key, row in view.site.places.items() if row.get("page") == view.name]
    keys.sort(key=lambda key: key != view.header.place)
    return [_place(view, key, keys) for key in keys]


def _place(view: View, key: str, neighbours: list[str]) -> Node:
    row, pick = view.site.places[key], view.inside.pick
    kinds = types(row)
    main = key == view.header.place
    sights = [ref(place_id(view, each)) for each in neighbours if SIGHT in types(view.site.places[each])]
    url = view.canonical + (f"#{row['anchor']}" if row.get("anchor") else "")
    name, vietnamese = pick(row["name"]), row["name"][REFERENCE]
    return node(kinds[0] if len(kinds) == 1 else kinds, place_id(view, key), name=name,
                alternateName=vietnamese if vietnamese != name else "", url=url,
                description=view.plain(view.header.description) if main else "", image=_image(view) if main else None,
                geo=_geo(row), address=address(view, pick(row["commune"])), openingHoursSpecification=_hours(row),
                containedInPlace=ref(province_id(view)),
                includesAttraction=sights if "TouristDestination" in kinds else [],
                sameAs=idents.same(view, view.name, f"place-{key}"))  # fmt: skip


def _image(view: View) -> Node:
    from sitekit.structured_data import pictures  # noqa: PLC0415 (they ask this module for places)

    return pictures.hero(view)


def address(view: View, where: str) -> Node:
    """The address of something at `where` in the province."""
    return node("PostalAddress", addressLocality=where, addressRegion=view.t("site-name"), addressCountry="VN")


def _geo(row: Row) -> Node | None:
    """Coordinates, only where a source gives them."""
    if not row.get("coordinates"):
        return None
    return node("GeoCoordinates", latitude=row["coordinates"][0], longitude=row["coordinates"][1])


def _hours(row: Row) -> Node | None:
    """Opening hours, only where a source gives them; on which days no source says."""
    match = HOURS.match(localtext.pick(row.get("hours"), REFERENCE))
    if not match:
        return None
    return node("OpeningHoursSpecification", opens=f"{int(match[1]):02}:{match[2]}", closes=f"{int(match[3]):02}:{match[4]}")


def province(view: View) -> Node:
    """Nghệ An, with every sight that has a page, which describes it."""
    sights = [ref(place_id(view, key)) for key, row in view.site.places.items() if row.get("page") and SIGHT in types(row)]  # fmt: skip
    country = Locale.parse(view.reader.locale).territories["VN"]
    return node(["TouristDestination", "AdministrativeArea"], province_id(view), name=view.t("site-name"), url=view.canonical,
                description=view.plain(view.header.description), image=_image(view), includesAttraction=sights,
                containedInPlace=node("Country", name=country, identifier="VN"),
                sameAs=idents.same(view, "index", "nghe-an"))  # fmt: skip
