"""What a file is, by its first bytes: names and endings are what people typed."""

from __future__ import annotations

import re

from sitekit.pictures import faults
from sitekit.pictures.faults import PictureError

#: Bytes that are enough to tell.
HEAD = 4096
#: First bytes → what an editor would call the file; none of these is opened.
OTHERS = (
    (b"%PDF", "PDF"), (b"8BPS", "Photoshop"), (b"BM", "BMP"), (b"%!PS", "EPS"), (b"PK\3\4", "ZIP"),
    (b"\xff\x0a", "JPEG XL"), (b"\0\0\0\x0cJXL ", "JPEG XL"), (b"\0\0\0\x0cjP  ", "JPEG 2000"),
    (b"\x1f\x8b", "GZIP"), (b"FUJIFILM", "RAW"), (b"IIRO", "RAW"), (b"\x00\x00\x01\x00", "ICO"),
)  # fmt: skip
HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
AVIF_BRANDS = (b"avif", b"avis")
RAW_ENDINGS = (".cr2", ".nef", ".arw", ".dng", ".orf", ".rw2", ".pef")


def kind(head: bytes, ending: str = "") -> str:
    """`vector` or `raster` for a file that begins with `head`; PictureError when it is neither."""
    if not head:
        raise PictureError("picture-unreadable")
    if head.startswith(b"version https://git-lfs"):
        raise PictureError(faults.LFS)
    if ending.lower() in RAW_ENDINGS:
        raise PictureError(faults.OTHER_FORMAT, format="RAW")
    if head[4:8] == b"ftyp":
        _boxes(head)
    for start, name in OTHERS:
        if head.startswith(start):
            raise PictureError(faults.OTHER_FORMAT, format=name)
    text = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if re.match(rb"<!doctype\s+html|<html", text):
        raise PictureError(faults.WEB_PAGE)
    return "vector" if text.startswith(b"<") and (ending == ".svg" or b"<svg" in text) else "raster"


def _boxes(head: bytes) -> None:
    """Tell the three families of files that begin alike: AVIF (good), HEIC, films."""
    length = int.from_bytes(head[:4])
    brands = {head[at:at + 4] for at in (8, *range(16, min(length, HEAD), 4))}  # fmt: skip
    if brands & set(AVIF_BRANDS):
        return
    if brands & HEIC_BRANDS:
        raise PictureError(faults.HEIC)
    raise PictureError(faults.OTHER_FORMAT, format="video")
