"""Places on other people's maps: the datum of Chinese maps, links to services, files to download."""

from __future__ import annotations

import json
import math
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import gpxpy
import jsonschema
import pytest

from page_list import CODES
from sitekit import localtext
from sitekit.context import Context
from sitekit.maps import datum, paths, services
from sitekit.pages import address
from sitekit.search_engines import EXAMPLE_ADDRESS
from sitekit.site import Site

#: Published by googollee/eviltransform with its programs in ten languages: WGS-84, then GCJ-02.
TO_GCJ02 = [((31.1774276, 121.5272106), (31.17530398364597, 121.531541859215)),
            ((22.543847, 113.912316), (22.540796131694766, 113.9171764808363)),
            ((39.911954, 116.377817), (39.91334545536069, 116.38404722455657))]  # fmt: skip
#: WGS-84, then BD-09: the example of Baidu's own conversion service (geoconv).
TO_BD09 = (29.575429778924, 114.21892734521), (29.57908428837437, 114.2307519546763)
POINT = {"type": "object", "required": ["type", "coordinates"], "properties": {
    "type": {"const": "Point"}, "coordinates": {"type": "array", "minItems": 2, "maxItems": 3, "items": {"type": "number"}}}}  # fmt: skip
#: RFC 7946, as far as points go.
GEOJSON = {"type": "object", "required": ["type", "features"], "properties": {
    "type": {"const": "FeatureCollection"}, "features": {"type": "array", "items": {
        "type": "object", "required": ["type", "geometry", "properties"], "properties": {
            "type": {"const": "Feature"}, "id": {"type": ["string", "number"]}, "geometry": POINT,
            "properties": {"type": ["object", "null"]},
        }}}}, "not": {"anyOf": [{"required": ["coordinates"]}, {"required": ["geometry"]}, {"required": ["properties"]}]}}  # fmt: skip


def _metres(one: datum.Position, other: datum.Position) -> float:
    north = math.radians(one[0] - other[0])
    east = math.radians(one[1] - other[1]) * math.cos(math.radians(one[0]))
    return 6_371_000 * math.hypot(north, east)


@pytest.mark.parametrize(("plain", "expected"), TO_GCJ02)
def test_gcj02(plain: datum.Position, expected: datum.Position) -> None:
    """Shanghai, Shenzhen and Beijing fall where published programs put them, to a millimetre."""
    assert _metres(datum.gcj02(plain), expected) < 0.001
    assert datum.of(plain, "gcj02") == datum.gcj02(plain)


def test_bd09() -> None:
    """Baidu's own example falls within a metre of its answer."""
    assert _metres(datum.of(TO_BD09[0], "bd09"), TO_BD09[1]) < 1


@pytest.mark.parametrize("place", [plain for plain, _ in TO_GCJ02])
def test_bd09_and_back(place: datum.Position) -> None:
    """The way back that programs commonly use leads to where we came from, within half a metre."""
    latitude, longitude = (value - shift for value, shift in zip(datum.bd09(place), (0.006, 0.0065), strict=True))
    distance = math.hypot(longitude, latitude) - 0.00002 * math.sin(latitude * math.pi * 3000 / 180)
    angle = math.atan2(latitude, longitude) - 0.000003 * math.cos(longitude * math.pi * 3000 / 180)
    assert _metres((distance * math.sin(angle), distance * math.cos(angle)), place) < 0.5


@pytest.mark.parametrize(("place", "expected"), [
    ((18.67, 105.68), False), ((21.03, 105.85), False), ((21.85, 106.76), False), ((21.52, 107.97), False), ((22.67, 106.25), False),
    ((17.96, 102.6), False), ((19.88, 102.13), False), ((21.97, 96.08), False), ((27.7, 85.3), False), ((37.57, 127.0), False),
    ((25.03, 121.56), False), ((47.9, 106.9), False), ((51.5, -0.1), False), ((22.10, 106.75), True), ((22.82, 108.37), True),
    ((25.04, 102.72), True), ((22.0, 100.8), True), ((20.04, 110.35), True), ((18.25, 109.5), True), ((22.3, 114.17), True),
    ((43.8, 87.6), True), ((29.65, 91.1), True), ((45.8, 126.5), True), ((39.9, 116.4), True)])  # fmt: skip
def test_only_what_lies_in_china_is_shifted(place: datum.Position, expected: bool) -> None:
    """Viet Nam, Laos and other neighbours up to their border towns are where they are; Chinese cities are shifted."""
    assert datum.shifted(place) is expected
    assert (_metres(datum.of(place, "gcj02"), place) > 50) is expected
    assert (_metres(datum.of(place, "bd09"), place) > 50) is expected
    assert datum.of(place, "wgs84") == place


def test_no_place_of_the_province_is_shifted(project: Site) -> None:
    """Every place of the site, known exactly or not, is drawn by Chinese maps where it is."""
    positions = [place.get("coordinates") or place.get("map_position") for place in project.places.values()]
    assert not any(datum.shifted(tuple(position)) for position in positions if position)


def _own(project: Site, code: str) -> Context:
    language = project.languages[code]
    return Context(project, address("index", language), language, language)


def test_which_services(project: Site) -> None:
    """All readers get OpenStreetMap, Google and Apple; those of Chinese pages also Amap and Baidu."""
    hosts = {code: [urlsplit(url).hostname for _, url in services.links(_own(project, code), project.places["kim-lien"])] for code in CODES}
    everyone = ["www.openstreetmap.org", "www.google.com", "maps.apple.com"]
    assert hosts == {**dict.fromkeys(CODES, everyone), "zh": [*everyone, "uri.amap.com", "api.map.baidu.com"]}


def test_positions_in_links(project: Site) -> None:
    """A place with coordinates is opened at them: latitude first or longitude first, as each service wants it."""
    place = {**project.places["kim-lien"], "coordinates": [18.6799, 105.552]}
    osm, google, apple, amap, baidu = (parse_qs(urlsplit(url).query) for _, url in services.links(_own(project, "zh"), place))
    assert (osm["mlat"], osm["mlon"]) == (["18.6799"], ["105.552"])
    assert google == {"api": ["1"], "query": ["18.6799,105.552"]}
    assert (apple["ll"], apple["q"]) == (["18.6799,105.552"], ["Kim Liên, Nghệ An, Việt Nam"])
    assert (amap["position"], amap["coordinate"], amap["name"]) == (["105.552,18.6799"], ["gaode"], ["越南乂安省金莲"])
    assert (baidu["location"], baidu["coord_type"], baidu["output"]) == (["18.6799,105.552"], ["bd09ll"], ["html"])
    assert services.geo(place) == "geo:18.6799,105.552"


def test_a_place_in_china_would_be_shifted(project: Site) -> None:
    """A twin town in China is opened where Chinese maps draw it, and elsewhere where it is."""
    place = {**project.places["vinh"], "coordinates": list(TO_GCJ02[2][0])}
    osm, _, _, amap, baidu = (parse_qs(urlsplit(url).query) for _, url in services.links(_own(project, "zh"), place))
    assert osm["mlat"] == ["39.911954"]
    assert amap["position"] == ["116.384047,39.913345"]
    latitude, longitude = map(float, baidu["location"][0].split(","))
    assert _metres((latitude, longitude), datum.bd09(TO_GCJ02[2][1])) < 0.2


def test_a_place_without_coordinates_is_looked_for(project: Site) -> None:
    """Where no source gives coordinates, a link asks for the name, and the rough dot of our own map is never passed on."""
    place = project.places["vinh"]
    assert not place.get("coordinates")
    for name, url in services.links(_own(project, "zh"), place):
        assert "18.67" not in url, name
        assert "vi" not in url.split("{"), "nothing is left unfilled"
        assert any("Vinh" in value[0] or "荣市" in value[0] for value in parse_qs(urlsplit(url).query).values()), name


def test_names_are_data_and_not_addresses(project: Site) -> None:
    """A name with signs that mean something in an address or on a page stays one value."""
    place = {**project.places["vinh"], "name": dict.fromkeys(CODES, 'a&b=c#d"><i>')}
    html = services.html(_own(project, "zh"), place)
    assert "<i>" not in html
    for row in project.map_services:
        assert row["query"].format_map({f"name_{code}": 'a&b=c#d"><i>' for code in CODES}) in [
            value for values in parse_qs(urlsplit(services.address(row, place)).query).values() for value in values]  # fmt: skip


def test_services_are_whole(project: Site) -> None:
    """Every service has its patterns, a datum that exists, and languages of the site."""
    for row in project.map_services:
        assert row["datum"] in datum.STEPS
        assert set(row["languages"]) <= set(CODES)
        assert row["point"].startswith("https://")
        assert row["search"].startswith("https://")


@pytest.mark.parametrize("code", CODES)
def test_files_hold_every_place_with_coordinates(project: Site, written: Path, code: str) -> None:
    """GeoJSON and GPX hold the same places, in the reader's language, at the coordinates of the data file, with their pages."""
    language = project.languages[code]
    wanted = [(localtext.pick(place["name"], code), *place["coordinates"]) for place in project.places.values() if place.get("coordinates")]
    assert wanted
    collection = json.loads((written / paths.geojson(language)).read_text("utf-8"))
    jsonschema.Draft202012Validator(GEOJSON).validate(collection)
    rows = [(row["properties"]["name"], *reversed(row["geometry"]["coordinates"])) for row in collection["features"]]
    gpx = gpxpy.parse((written / paths.gpx(language)).read_bytes())
    assert rows == wanted == [(point.name, point.latitude, point.longitude) for point in gpx.waypoints]
    links = [row["properties"]["url"] for row in collection["features"]]
    assert links == [point.link for point in gpx.waypoints]
    assert all(link.startswith(EXAMPLE_ADDRESS + language.prefix) for link in links)
    assert gpx.version == "1.1"
    assert gpx.time is not None
