"""From pixels to one file's bytes, the same on every machine."""

from __future__ import annotations

import base64
import io
from functools import lru_cache
from typing import Any

from PIL import Image, ImageFile

from sitekit.pictures import metadata
from sitekit.pictures.settings import Encoders, budget

# Pillow's default buffer fails on dense pictures with progressive JPEG (“Suspension not allowed here”).
ImageFile.MAXBLOCK = 1 << 26
#: Quantisation by N. Robidoux, table 3 of mozjpeg: a tenth fewer bytes than the standard's own table.
TABLE = (
    16, 16, 16, 18, 25, 37, 56, 85,
    16, 17, 20, 27, 34, 40, 53, 75,
    16, 20, 24, 31, 43, 62, 91, 135,
    18, 27, 31, 40, 53, 74, 106, 156,
    25, 34, 43, 53, 69, 94, 131, 189,
    37, 40, 62, 74, 94, 124, 169, 238,
    56, 53, 91, 106, 131, 169, 226, 311,
    85, 75, 135, 156, 189, 238, 311, 418,
)  # fmt: skip


@lru_cache
def table(quality: int) -> list[int]:
    """The quantisation table for `quality` (1 to 95), scaled as libjpeg scales its own."""
    if not 1 <= quality <= 95:
        raise ValueError(quality)
    scale = 5000 // quality if quality < 50 else 200 - 2 * quality
    return [min(max((value * scale + 50) // 100, 1), 255) for value in TABLE]


def options(form: str, encoders: Encoders) -> dict[str, Any]:
    """What Pillow's `save` is told for format `form`."""
    if form == "avif":
        # the number of threads changes the bytes, and Pillow would take the machine's cores
        return {"format": "AVIF", "quality": encoders.avif_quality, "speed": encoders.avif_speed,
                "subsampling": encoders.avif_subsampling, "max_threads": 1, "autotiling": False}  # fmt: skip
    if form == "webp":
        return {"format": "WEBP", "quality": encoders.webp_quality, "method": encoders.webp_method}
    return {"format": "JPEG", "qtables": [table(encoders.jpeg_quality)] * 2, "optimize": True,
            "progressive": True, "subsampling": "4:2:0"}  # fmt: skip


def encode(image: Image.Image, form: str, encoders: Encoders, rights: dict[str, str],
           flat: bool = False) -> bytes:  # fmt: skip
    """`image` (RGB, its `info` empty) in format `form` with its rights; flat art without loss if smaller."""
    notes: dict[str, Any] = {"exif": metadata.exif(rights), "xmp": metadata.xmp(rights)} if rights else {}
    found = [_save(image, {**options(form, encoders), **notes})]
    if form == "webp" and flat:
        exact = {"format": "WEBP", "lossless": True, "quality": 100, "method": encoders.webp_method}
        found.append(_save(image, {**exact, **notes}))
    return min(found, key=len)


def _save(image: Image.Image, wanted: dict[str, Any]) -> bytes:
    buffer = io.BytesIO()
    # Pillow keeps the settings of a save on the picture: two threads saving one would mix theirs
    image.copy().save(buffer, **wanted)
    return buffer.getvalue()


def within_budget(image: Image.Image, form: str, encoders: Encoders, rights: dict[str, str], crop: str,
                  flat: bool) -> bytes:  # fmt: skip
    """`image` at the best of three qualities that keeps its budget, else at the last."""
    data = b""
    for each in encoders.lighter():
        data = encode(image, form, each, rights, flat)
        if len(data) <= budget(image.width, form, crop):
            break
    return data


def placeholder(image: Image.Image) -> str:
    """A preview 16 pixels wide as a `data:` address of 100 to 200 characters."""
    tiny = image.resize((16, max(1, min(64, round(image.height * 16 / image.width)))), Image.Resampling.BOX)
    buffer = io.BytesIO()
    tiny.save(buffer, "WEBP", quality=30, method=6)
    return f"data:image/webp;base64,{base64.b64encode(buffer.getvalue()).decode()}"


def colour(image: Image.Image) -> str:
    """The mean colour of `image` as `#rrggbb`."""
    return f"#{image.resize((1, 1), Image.Resampling.BOX).tobytes().hex()}"
