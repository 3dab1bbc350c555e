"""From pixels to files: every width, crop and format of one picture, with its rights written in."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import Any

from PIL import Image, ImageFile

from sitekit.pictures.settings import CROPS, FORMATS, WIDTHS, Encoders

# Pillow's default buffer fails on dense pictures with progressive JPEG (“Suspension not allowed here”).
ImageFile.MAXBLOCK = 1 << 26
ARTIST, COPYRIGHT, DESCRIPTION = 0x013B, 0x8298, 0x010E


def _exif(rights: dict[str, str]) -> Image.Exif:
    exif = Image.Exif()
    # bytes, because Pillow writes a str as ASCII and loses Vietnamese letters
    if rights.get("creator"):
        exif[ARTIST] = rights["creator"].encode()
    if rights.get("credit") or rights.get("licence"):
        exif[COPYRIGHT] = " · ".join(filter(None, (rights.get("credit"), rights.get("licence")))).encode()
    return exif


def encode(image: Image.Image, form: str, encoders: Encoders, rights: dict[str, str]) -> bytes:
    """`image` in format `form`, the same bytes on every machine."""
    buffer = io.BytesIO()
    clean = image.copy()
    clean.info = {}
    exif = _exif(rights)
    if form == "avif":
        # the number of threads changes the bytes, and Pillow would take the machine's cores
        clean.save(buffer, "AVIF", quality=encoders.avif_quality, speed=encoders.avif_speed, subsampling="4:2:0",
                   max_threads=1, autotiling=False, exif=exif)  # fmt: skip
    elif form == "webp":
        clean.save(buffer, "WEBP", quality=encoders.webp_quality, method=encoders.webp_method, exif=exif)
    else:
        clean.save(buffer, "JPEG", quality=encoders.jpeg_quality, optimize=True, progressive=True, subsampling="4:2:0", exif=exif)
    return buffer.getvalue()


def cut(image: Image.Image, shape: tuple[int, int], focal: tuple[float, float]) -> Image.Image:
    """The largest part of `image` with the proportions of `shape` that has `focal` (0..1) nearest to its middle."""
    width, height = image.size
    ratio = shape[0] / shape[1]
    wide, high = (width, round(width / ratio)) if width / height < ratio else (round(height * ratio), height)
    left = min(max(round(focal[0] * width - wide / 2), 0), width - wide)
    top = min(max(round(focal[1] * height - high / 2), 0), height - high)
    return image.crop((left, top, left + wide, top + high))


def _widths(native: int, wanted: tuple[int, ...]) -> list[int]:
    return [width for width in wanted if width <= native] or [native]


def _write(image: Image.Image, widths: tuple[int, ...], stem: str, folder: Path, encoders: Encoders,
           rights: dict[str, str]) -> list[dict[str, Any]]:  # fmt: skip
    rows: list[dict[str, Any]] = []
    current = image
    for width in sorted(_widths(image.width, widths), reverse=True):
        current = current.resize((width, max(1, round(image.height * width / image.width))), Image.Resampling.LANCZOS)
        worse = None
        for form in FORMATS:
            data = encode(current, form, encoders, rights)
            if worse is not None and len(data) >= worse:
                continue  # a heavier “modern” file helps nobody
            worse = len(data)
            name = f"{stem}-{width}.{hashlib.sha256(data).hexdigest()[:10]}.{'jpg' if form == 'jpeg' else form}"
            (folder / name).write_bytes(data)
            rows.append({"file": name, "format": form, "width": current.width, "height": current.height, "bytes": len(data)})
    return sorted(rows, key=lambda row: (row["format"], row["width"]))


def make(image: Image.Image, stem: str, record: dict[str, Any], rights: dict[str, str], folder: Path,
         encoders: Encoders) -> dict[str, Any]:  # fmt: skip
    """Write every rendition of `image` to `folder`; its manifest entry without the record."""
    focal_x, focal_y = record.get("focal_point") or (0.5, 0.5)
    colour = image.resize((1, 1), Image.Resampling.BOX).tobytes()
    return {
        "width": image.width, "height": image.height,
        "colour": f"#{colour.hex()}",
        "renditions": _write(image, WIDTHS, stem, folder, encoders, rights),
        "crops": {name: _write(cut(image, shape, (float(focal_x), float(focal_y))), widths, f"{stem}-{name}", folder, encoders, rights)
                  for name, (shape, widths) in CROPS.items()},
    }  # fmt: skip
