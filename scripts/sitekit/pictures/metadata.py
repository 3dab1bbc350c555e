"""The rights of a picture as they are written into every rendition: EXIF and XMP, as Google reads them.

Built anew from the record (and from what the master says of itself where the record is silent), so that
nothing else of the camera's can come through: no place, no serial number, no thumbnail.
"""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from PIL import Image

from sitekit.pictures import licences

ARTIST, COPYRIGHT = 0x013B, 0x8298
#: The language of `description` in the file when a reader asks for none: the site's default.
DEFAULT, SECOND = "en", "vi"


def rights(record: dict[str, Any], said: dict[str, str]) -> dict[str, str]:
    """What is written into the files of a picture with `record`, whose master says `said` of itself."""

    def take(key: str) -> str:
        return str(record.get(key) or said.get(key) or "").strip()

    licence = str(record.get("licence") or "")
    creator, copyright_ = take("creator"), take("copyright")
    credit = take("credit") or creator
    if not copyright_ and (owner := credit or creator) and licence not in licences.FREE_OF_RIGHTS:
        copyright_ = f"© {owner}"
    texts = record.get("description")
    texts = texts if isinstance(texts, dict) else {}
    found = {
        "creator": creator,
        "credit": credit,
        "copyright": copyright_,
        "licence": licence,
        "licence_url": licences.address(record) or said.get("licence_url", ""),
        "acquire_licence_page": str(record.get("acquire_licence_page") or record.get("acquire_license_page") or ""),
        "description": str(texts.get(DEFAULT) or texts.get(SECOND) or "").strip(),
    }
    return {key: value for key, value in found.items() if value}


def _copyright(found: dict[str, str]) -> str:
    return " · ".join(filter(None, (found.get("copyright"), found.get("licence"))))


def exif(found: dict[str, str]) -> Image.Exif:
    """EXIF with artist and copyright; bytes, because Pillow writes a str as ASCII and loses `ễ`."""
    made = Image.Exif()
    if found.get("creator"):
        made[ARTIST] = found["creator"].encode()
    if _copyright(found):
        made[COPYRIGHT] = _copyright(found).encode()
    return made


def _list(tag: str, kind: str, text: str | None) -> str:
    if not text:
        return ""
    language = ' xml:lang="x-default"' if kind == "Alt" else ""
    return f"<{tag}><rdf:{kind}><rdf:li{language}>{escape(text)}</rdf:li></rdf:{kind}></{tag}>"


def rdf(found: dict[str, str]) -> str:
    """The rights as RDF (the heart of XMP), empty when there are none."""
    if not found:
        return ""
    spaces = [
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
        'xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"',
    ]
    single = [] if found.get("licence") in licences.FREE_OF_RIGHTS else ['xmpRights:Marked="True"']
    if found.get("credit"):
        spaces.append('xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"')
        single.append(f"photoshop:Credit={quoteattr(found['credit'])}")
    if found.get("licence_url"):
        single.append(f"xmpRights:WebStatement={quoteattr(found['licence_url'])}")
    many = [_list("dc:creator", "Seq", found.get("creator")), _list("dc:rights", "Alt", _copyright(found)),
            _list("dc:description", "Alt", found.get("description"))]  # fmt: skip
    if found.get("acquire_licence_page"):
        spaces.append('xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"')
        page = escape(found["acquire_licence_page"])
        many.append('<plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource">'
                    f"<plus:LicensorURL>{page}</plus:LicensorURL></rdf:li></rdf:Seq></plus:Licensor>")  # fmt: skip
    return (f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
            f"{' '.join(spaces + single)}>{''.join(many)}</rdf:Description></rdf:RDF>")  # fmt: skip


def xmp(found: dict[str, str]) -> bytes:
    """The rights as an XMP packet (UTF-8, without padding: nobody edits a rendition in place)."""
    if not found:
        return b""
    return ('<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
            f'{rdf(found)}</x:xmpmeta><?xpacket end="r"?>').encode()  # fmt: skip
