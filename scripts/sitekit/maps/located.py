"""The places whose coordinates a source gives, as the files to download tell them."""

from __future__ import annotations

from dataclasses import dataclass

from sitekit import search_engines
from sitekit.context import Context
from sitekit.pages import address
from sitekit.site import Site


@dataclass(frozen=True)
class Located:
    """A place: key, name, where it is in words, WGS-84 position, address of the page that tells more."""

    key: str
    name: str
    text: str
    kind: str
    latitude: float
    longitude: float
    url: str


@dataclass(frozen=True)
class Sheet:
    """All located places in one language. `checked` is the ISO day on which the pages they stand on were last checked."""

    title: str
    language: str
    author: str
    checked: str
    home: str
    places: tuple[Located, ...]


def sheet(own: Context, site_url: str) -> Sheet:
    """The places of the site for readers of `own.language`, in the order of the data file."""
    site = own.site
    places = tuple(_located(own, key, site_url) for key, place in site.places.items() if place.get("coordinates"))
    pages = {site.places[place.key].get("page") or "index" for place in places} or {"index"}
    checked = max(site.pages.shown(own.reader.code, name).header.checked for name in pages)
    return Sheet(own.words("map-title"), own.language.tag, _author(site, own), checked,
                 search_engines.absolute(site_url, address("index", own.reader)), places)  # fmt: skip


def _author(site: Site, own: Context) -> str:
    return own.pick(site.publisher["name"]) if site.publisher["official"] else own.words("site-name")


def _located(own: Context, key: str, site_url: str) -> Located:
    place = own.site.places[key]
    url = search_engines.absolute(site_url, address(place.get("page") or "index", own.reader))
    anchor = f"#{place['anchor']}" if place.get("anchor") else ""
    text = own.plain(own.pick(place["commune"]), "data/places.yml")
    latitude, longitude = place["coordinates"]
    return Located(key, own.pick(place["name"]), text, place["kind"], latitude, longitude, url + anchor)
