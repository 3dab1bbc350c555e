"""Widths, crops and encoder settings, as measured at equal visible quality (see README, “Pictures”)."""

from __future__ import annotations

from dataclasses import dataclass

#: Widths of the whole picture in pixels; never upscaled.
WIDTHS = (400, 800, 1200, 1600, 2000)
#: Cuts around the focal point: (width, height) of the shape, and the widths it is published in.
CROPS: dict[str, tuple[tuple[int, int], tuple[int, ...]]] = {
    "card": ((4, 3), (400, 800)),
    "hero": ((16, 9), (800, 1200, 1600, 2000)),
    "tall": ((4, 5), (400, 800, 1200)),
}
#: Decoding more than this many pixels is refused before it begins.
MOST_PIXELS = 130_000_000
#: Raise it when code changes the bytes of renditions in a way that no setting shows.
SCHEMA = 1


@dataclass(frozen=True)
class Encoders:
    """Quality settings of one run. AVIF speed 6 costs a quarter of speed 4; `--best` takes 5 for releases."""

    avif_quality: int = 56
    avif_speed: int = 6
    webp_quality: int = 80
    webp_method: int = 6
    jpeg_quality: int = 78


FORMATS = ("jpeg", "webp", "avif")
