"""Draws cards: `python -m sitekit.cards.draw < jobs.json`.

A process of its own, because the renderer keeps Python's lock while it works: each core gets one, with many cards to
draw. A frame is drawn once and laid over a picture once; the words alone are drawn for every card.
"""

from __future__ import annotations

import io
import json
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any

import resvg_py
from PIL import Image, ImageOps

from sitekit.pictures import encode, storage
from sitekit.pictures.settings import Encoders

#: Qualities (JPEG) from the best down: the first that keeps the budget is taken.
QUALITIES = (82, 76, 70, 62, 54, 46, 38)


def _pixels(svg: str, width: int, fonts: tuple[str, ...] = ()) -> Image.Image:
    """`svg` drawn `width` pixels wide on nothing; fonts of the machine are left out."""
    png = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True, font_files=list(fonts)))
    return Image.open(io.BytesIO(png)).convert("RGBA")


@lru_cache(maxsize=16)
def _frame(svg: str, width: int) -> Image.Image:
    return _pixels(svg, width)


@lru_cache(maxsize=4)
def _ground(picture: str, frame: str, width: int, height: int) -> Image.Image:
    """The picture at path `picture` under the frame."""
    path = Path(picture)
    image = _pixels(path.read_text("utf-8"), width) if path.suffix == ".svg" else Image.open(path)
    filled = ImageOps.fit(image.convert("RGB"), (width, height), Image.Resampling.LANCZOS).convert("RGBA")
    return Image.alpha_composite(filled, _frame(frame, width))


def draw(job: dict[str, Any], fonts: tuple[str, ...], most: int) -> bytes:
    """The card of `job` as JPEG of at most `most` bytes, or in the lowest quality."""
    ground = _ground(job["picture"], job["frame"], job["width"], job["height"])
    image = Image.alpha_composite(ground, _pixels(job["words"], job["width"], fonts)).convert("RGB")
    data = b""
    for quality in QUALITIES:
        data = encode.encode(image, "jpeg", Encoders(jpeg_quality=quality), dict(job["rights"]))
        if len(data) < most:
            break
    return data


def main() -> int:
    """Read `{fonts, most, jobs}` from standard input and write every card to its place."""
    work = json.load(sys.stdin)
    for job in work["jobs"]:
        storage.write(Path(job["target"]), draw(job, tuple(work["fonts"]), work["most"]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
