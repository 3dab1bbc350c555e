"""Where the files with all places stand below the root."""

from __future__ import annotations

from sitekit.languages import Language


def geojson(language: Language) -> str:
    """For maps and programs: `vi/places.geojson`."""
    return f"{language.prefix}places.geojson"


def gpx(language: Language) -> str:
    """For telephones and satellite receivers: `vi/places.gpx`."""
    return f"{language.prefix}places.gpx"
