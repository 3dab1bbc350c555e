"""From a file to pixels: vectors drawn, photographs decoded whole, upright and in sRGB."""

from __future__ import annotations

import contextlib
import io
import struct
import threading
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

from sitekit.pictures import colour, crops, embedded, faults, sniff, vector
from sitekit.pictures.faults import PictureError
from sitekit.pictures.settings import MOST_PIXELS

#: Pillow knows many more formats; each is a door that a stranger's file could knock at.
RASTER = ("JPEG", "PNG", "WEBP", "AVIF", "GIF", "TIFF")
#: What Pillow's decoders raise on damaged files, found by feeding them damaged files.
DAMAGE = (OSError, SyntaxError, ValueError, TypeError, IndexError, KeyError, AttributeError, EOFError,
          OverflowError, ZeroDivisionError, RuntimeError, AssertionError, MemoryError, struct.error,
          Image.DecompressionBombError, Warning)  # fmt: skip
ORIENTATION = 0x0112


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Without the warnings that decoders print of oddities; to be entered by one thread only."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


#: Held while the formats are loaded, which several threads must not do at once.
_LOADING = threading.Lock()


@dataclass
class Master:
    """A decoded master.

    `image` is 8-bit RGB, upright, in sRGB; it may be a half, quarter or eighth of `size`, the upright size
    in pixels, when nothing needs more. `said` is what the file says of its rights, `notes` the rules of what
    an editor should know of it. `svg` holds the sanitised drawing when it is published as such.
    """

    image: Image.Image | None
    size: tuple[int, int]
    said: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    svg: bytes = b""


def load(path: Path, data: bytes, record: dict[str, Any], drawn: Callable[[bytes, int], bytes]) -> Master:
    """Decode `data`, the content of `path`; PictureError when it is no good picture.

    `drawn` draws a clean vector at a width in pixels and returns PNG (from a cache, perhaps).
    """
    if sniff.kind(data[: sniff.HEAD], path.suffix.lower()) == "raster":
        return raster(data)
    drawing = vector.clean(data)
    width = record.get("render_width")
    if not isinstance(width, int) or isinstance(width, bool) or not 1 <= width <= 10_000:
        return Master(None, drawing.size, notes=drawing.notes, svg=drawing.data)
    master = raster(drawn(drawing.data, width), whole=True)
    master.notes = drawing.notes
    return master


def raster(data: bytes, whole: bool = False) -> Master:
    """Decode a picture of pixels; `whole` forbids decoding at a smaller scale."""
    with _LOADING:
        Image.init()
    try:
        with Image.open(io.BytesIO(data), formats=RASTER) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise PictureError("picture-too-large")
            return _decode(opened, whole)
    except PictureError:
        raise
    except Image.DecompressionBombError as error:
        raise PictureError("picture-too-large") from error
    except DAMAGE as error:
        raise PictureError("picture-unreadable") from error


def _decode(opened: Image.Image, whole: bool) -> Master:
    size, said = opened.size, embedded.rights(opened)
    notes = []
    # a camera's second picture (a preview, the depth) is no animation
    if opened.format != "MPO" and getattr(opened, "n_frames", 1) > 1:
        notes.append(faults.ANIMATED)
        opened.seek(0)
    if opened.format in {"JPEG", "MPO"} and not whole:
        _decode_smaller(opened)
    opened.load()
    turned, on_its_side = _upright(opened)
    size = size[::-1] if on_its_side else size
    image, profile_was_good = colour.to_srgb(turned)
    if not profile_was_good:
        notes.append(faults.PROFILE)
    image = colour.flatten(image)
    image.info = {}
    return Master(image, size, said, notes)


def _decode_smaller(opened: Image.Image) -> None:
    """Let the JPEG decoder halve a picture that is far larger than anything made of it."""
    for divisor in (8, 4, 2):
        if crops.enough(opened.width // divisor, opened.height // divisor, opened.size):
            opened.draft(None, (opened.width // divisor, opened.height // divisor))
            return


def _upright(image: Image.Image) -> tuple[Image.Image, bool]:
    """Turn as the camera noted, and whether width and height changed places.

    A note that cannot be read turns nothing.
    """
    try:
        return ImageOps.exif_transpose(image), image.getexif().get(ORIENTATION) in {5, 6, 7, 8}
    except DAMAGE:
        return image, False
