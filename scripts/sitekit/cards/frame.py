"""What lies between the picture and the words: shade and pattern. A few SVGs for each shape, shared by all cards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from sitekit.cards import colours
from sitekit.cards.shapes import Shape

PATTERN = "docs/assets/patterns/brocade.svg"
#: Size of the drawing in that file.
PATTERN_SIZE = (48, 16)
#: (height from the lower edge in parts of the shade, opacity): dark behind the words, gone soon above them.
SHADE = ((0.0, 0.92), (0.3, 0.8), (0.58, 0.68), (0.76, 0.52), (0.9, 0.18), (1.0, 0.0))
#: The shade from the left, where words begin: (distance in parts of the width, opacity).
SIDE = ((0.0, 0.28), (0.2, 0.22), (0.55, 0.0))
#: How high the shade reaches, in parts of the card: as far as the words need it, in few steps so that cards share frames.
REACHES = (0.56, 0.7, 0.84, 0.98, 1.1)
#: Above the words the shade goes on for this part of the card.
BEYOND = 0.25


def reach(shape: Shape, top: float) -> float:
    """How high the shade of a card reaches whose words begin `top` pixels below its upper edge."""
    needed = 1 - top / shape.height + BEYOND
    return next((step for step in REACHES if step >= needed), REACHES[-1])


def inside(file: Path) -> str:
    """The shapes of a drawing without its frame."""
    return re.sub(r"</?svg\b[^>]*>", "", file.read_text("utf-8")).strip()


def _stops(rows: Sequence[tuple[float, float]], scale: float, colour: str) -> str:
    return "".join(f'<stop offset="{at * scale:.4f}" stop-color="{colour}" stop-opacity="{dark}"/>' for at, dark in rows)


@lru_cache(maxsize=16)
def svg(root: Path, shape: Shape, shade: float) -> str:
    """The frame of `shape` in the project at `root`, its lower shade reaching up for `shade` of the card."""
    deep = colours.load(root)["default"]["deep"]
    width, height = shape.width, shape.height
    scale = shape.strip / PATTERN_SIZE[1]
    tile = " ".join(f"{part * scale:g}" for part in PATTERN_SIZE)
    tile_width, tile_height = tile.split()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<defs><linearGradient id="low" x1="0" y1="1" x2="0" y2="0">{_stops(SHADE, shade, deep)}</linearGradient>'
        f'<linearGradient id="side">{_stops(SIDE, 1, deep)}</linearGradient>'
        f'<pattern id="brocade" width="{tile_width}" height="{tile_height}" patternUnits="userSpaceOnUse" '
        f'patternTransform="translate(0 {height - shape.strip})"><g transform="scale({scale:g})">{inside(root / PATTERN)}</g>'
        "</pattern></defs>"
        + "".join(f'<rect width="{width}" height="{height}" fill="url(#{part})"/>' for part in ("low", "side"))
        + f'<rect y="{height - shape.strip}" width="{width}" height="{shape.strip}" fill="url(#brocade)"/></svg>'
    )
