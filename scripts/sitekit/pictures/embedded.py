"""What a picture file says of itself: who made it, whose it is, when it was taken. Nothing else is read."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import Any

from PIL import Image, ImageFile, IptcImagePlugin

ARTIST, COPYRIGHT, EXIF_IFD, TAKEN = 0x013B, 0x8298, 0x8769, 0x9003
DC = "{http://purl.org/dc/elements/1.1/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
XMP = {
    "creator": DC + "creator",
    "copyright": DC + "rights",
    "credit": "{http://ns.adobe.com/photoshop/1.0/}Credit",
    "licence_url": "{http://ns.adobe.com/xap/1.0/rights/}WebStatement",
}
IPTC = {"creator": (2, 80), "credit": (2, 110), "copyright": (2, 116)}


def _text(value: Any) -> str:
    """EXIF and IPTC text; cameras write UTF-8 where the standard has ASCII."""
    raw = value.encode("latin-1", "ignore") if isinstance(value, str) else value
    if isinstance(raw, list):
        raw = raw[0] if raw else b""
    if not isinstance(raw, bytes):
        return ""
    text = raw.decode("utf-8") if _is_utf8(raw) else raw.decode("latin-1")
    clean = "".join(char for char in text if char.isprintable())
    return re.sub(r"\s+", " ", clean).strip()[:500]


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _exif(image: Image.Image) -> dict[str, str]:
    exif = image.getexif()
    taken = _text(exif.get_ifd(EXIF_IFD).get(TAKEN))
    day = re.match(r"(\d{4}):(\d\d):(\d\d)", taken)
    return {"creator": _text(exif.get(ARTIST)), "copyright": _text(exif.get(COPYRIGHT)),
            "taken": "-".join(day.groups()) if day and day[1] != "0000" else ""}  # fmt: skip


def _iptc(image: Image.Image) -> dict[str, str]:
    found = (IptcImagePlugin.getiptcinfo(image) if isinstance(image, ImageFile.ImageFile) else None) or {}
    return {key: _text(found.get(tag)) for key, tag in IPTC.items()}


def _xmp(image: Image.Image) -> dict[str, str]:
    packet = image.info.get("xmp") or b""
    packet = packet.encode() if isinstance(packet, str) else packet
    if not packet or b"<!" in packet:
        return {}
    root = ET.fromstring(packet.strip(b"\0 \r\n\t"))  # noqa: S314 (no entity is declared, see above)
    found: dict[str, str] = {}
    for node in root.iter(RDF + "Description"):
        for key, tag in XMP.items():
            child = node.find(tag)
            value = node.get(tag, "") if child is None else " ".join("".join(child.itertext()).split())
            found[key] = found.get(key) or value[:500]
    return found


def rights(image: Image.Image) -> dict[str, str]:
    """`creator`, `credit`, `copyright`, `licence_url`, `taken` (ISO day) as far as `image` carries them.

    Damaged metadata says nothing and is no reason to refuse a picture.
    """
    found: dict[str, str] = {}
    for reader in (_xmp, _exif, _iptc):
        try:
            said = reader(image)
        except Exception:  # noqa: S112 (parsers of foreign metadata fail in every way there is)
            continue
        found |= {key: value for key, value in said.items() if value and not found.get(key)}
    if not found.get("licence_url", "https://").startswith(("https://", "http://")):
        del found["licence_url"]
    return found
