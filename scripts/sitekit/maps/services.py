"""Links that open a place in a map service, from the list of services in data/map_services.yml."""

from __future__ import annotations

from html import escape
from typing import Any

from sitekit import queries
from sitekit.context import Context
from sitekit.maps import datum

#: Digits behind the point: eleven centimetres.
DIGITS = 6


def links(own: Context, place: dict[str, Any]) -> list[tuple[str, str]]:
    """(name, address) of every service for readers of this page's language: the position of `place`, else a search by its name."""
    return [(own.pick(row["name"]), address(row, place)) for row in own.site.map_services if own.reader.code in row["languages"]]


def address(service: dict[str, Any], place: dict[str, Any]) -> str:
    """Where `service` shows `place`."""
    names = {f"name_{code}": name for code, name in place["name"].items()}
    query = queries.value(service["query"].format_map(names))
    if not place.get("coordinates"):
        return str(service["search"].format(query=query))
    latitude, longitude = (number(value) for value in datum.of(tuple(place["coordinates"]), service["datum"]))
    return str(service["point"].format(latitude=latitude, longitude=longitude, query=query))


def number(value: float) -> str:
    """Degrees as an address writes them.

    >>> number(18.6799)
    '18.6799'
    """
    return f"{value:.{DIGITS}f}".rstrip("0").rstrip(".")


def geo(place: dict[str, Any]) -> str:
    """The address that opens the map of a telephone, whichever it is (RFC 5870)."""
    return "geo:{},{}".format(*map(number, place["coordinates"]))


def html(own: Context, place: dict[str, Any]) -> str:
    """The links beside each other, for an element of the class `site-links`."""
    return " ".join(f'<a href="{escape(url, quote=True)}">{escape(name)}</a>' for name, url in links(own, place))
