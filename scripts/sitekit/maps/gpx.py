"""Places as GPX 1.1 (topografix.com/GPX/1/1), which telephones and satellite receivers read."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from sitekit import stamps
from sitekit.maps.located import Located, Sheet

GPX = "http://www.topografix.com/GPX/1/1"


def text(sheet: Sheet, licence: str) -> bytes:
    """The places as a UTF-8 file. `licence` is an address."""
    # the namespace as a plain attribute: ElementTree would give it a prefix that some receivers do not understand
    root = ET.Element("gpx", {"xmlns": GPX, "version": "1.1", "creator": sheet.author})
    head = ET.SubElement(root, "metadata")
    ET.SubElement(head, "name").text = sheet.title
    rights = ET.SubElement(head, "copyright", {"author": sheet.author})
    ET.SubElement(rights, "year").text = sheet.checked[:4]
    ET.SubElement(rights, "license").text = licence
    ET.SubElement(head, "link", {"href": sheet.home})
    ET.SubElement(head, "time").text = stamps.internet(sheet.checked)
    for place in sheet.places:
        _point(root, place)
    ET.indent(root, " ")
    return bytes(ET.tostring(root, "utf-8", xml_declaration=True)) + b"\n"


def _point(root: ET.Element, place: Located) -> None:
    point = ET.SubElement(root, "wpt", {"lat": str(place.latitude), "lon": str(place.longitude)})
    ET.SubElement(point, "name").text = place.name
    ET.SubElement(point, "desc").text = place.text
    link = ET.SubElement(point, "link", {"href": place.url})
    ET.SubElement(link, "text").text = place.name
