"""Places as GeoJSON (RFC 7946)."""

from __future__ import annotations

import json

from sitekit.maps.located import Sheet


def text(sheet: Sheet, licence: str) -> bytes:
    """The places as a UTF-8 file. `licence` is an address."""
    features = [
        {"type": "Feature", "id": place.key, "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]},
         "properties": {"name": place.name, "description": place.text, "kind": place.kind, "url": place.url}}
        for place in sheet.places
    ]  # fmt: skip
    collection = {"type": "FeatureCollection", "name": sheet.title, "language": sheet.language, "license": licence,
                  "features": features}  # fmt: skip
    return (json.dumps(collection, ensure_ascii=False, indent=1) + "\n").encode()
