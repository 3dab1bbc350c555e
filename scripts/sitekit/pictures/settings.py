"""Widths, crops and encoder settings, as measured at equal visible quality (see README, “Pictures”)."""

from __future__ import annotations

from dataclasses import dataclass, replace

#: Codes that a record's texts are needed in; a test holds them equal to `data/languages.yml`.
LANGUAGES = ("vi", "en", "lo", "zh")
#: Widths of the whole picture in pixels; never upscaled.
WIDTHS = (400, 800, 1200, 1600, 2000)
#: A picture narrower than the largest width is also published at its own width, unless the width
#: below it is nearly as large: a file that hardly differs costs storage and helps nobody.
NOT_NEAR = 1.15
#: Cuts around the focal point: (width, height) of the shape, and the widths it is published in. `tall` is the largest paint of a
#: phone: 540 is what nearly every phone asks for (`picture_sizes.SHARES`), 1200 is for tablets. Nothing lies between or below:
#: each more is named in the HTML of every page.
CROPS: dict[str, tuple[tuple[int, int], tuple[int, ...]]] = {
    "card": ((4, 3), (400, 800)),
    "square": ((1, 1), (160, 400, 800)),
    "hero": ((16, 9), (800, 1200, 1600, 2000)),
    "tall": ((4, 5), (540, 1200)),
}
#: The picture that networks show beside a shared link: one JPEG of exactly this shape and size.
SHARE = ((1200, 630), (1200,))
#: Worst first: a format is published at a width only if it is smaller than those before it.
FORMATS = ("jpeg", "webp", "avif")
#: File endings by format.
ENDINGS = {"jpeg": "jpg", "webp": "webp", "avif": "avif", "svg": "svg"}
#: Decoding more than this many pixels is refused before it begins.
MOST_PIXELS = 130_000_000
#: Bytes of a master beyond which it is not even read.
MOST_BYTES = 400_000_000
#: Pixels of height beyond which a width is left out: WebP ends at 16,383.
MOST_HEIGHT = 16_000
#: Colours up to which a picture is taken for flat art, where lossless WebP may be smaller.
FLAT_COLOURS = 2_000
#: Raise it when code changes the bytes of renditions in a way that no setting shows.
SCHEMA = 3


@dataclass(frozen=True)
class Encoders:
    """Quality settings of one run (each format's own scale, 1 to 95).

    The three qualities show a visitor the same: one number for all formats would be wrong by 24.
    AVIF keeps every pixel's colour: at equal visible quality that takes a hundredth fewer bytes than halved colour.
    AVIF speed 6 costs a sixth of speed 5; `--best` takes 5 for releases.
    """

    avif_quality: int = 55
    avif_speed: int = 6
    avif_subsampling: str = "4:4:4"
    webp_quality: int = 80
    webp_method: int = 6
    jpeg_quality: int = 72

    @classmethod
    def best(cls) -> Encoders:
        """For a release: several times the time for AVIF files some 5 % smaller."""
        return cls(avif_speed=5)

    def lighter(self) -> list[Encoders]:
        """These settings and two poorer ones, for pictures that break their budget."""
        steps = ((49, 74, 64), (43, 68, 56))
        return [self, *(replace(self, avif_quality=a, webp_quality=w, jpeg_quality=j)
                        for a, w, j in steps)]  # fmt: skip


def budget(width: int, form: str, crop: str = "") -> int:
    """Bytes that a rendition `width` pixels wide may weigh before its quality is lowered.

    The first picture of a page has less than others, on a phone least: its line is slow, and shade and words cover the picture.
    """
    if form == "avif" and crop == "tall" and width <= 540:
        return 28_000
    if form == "avif" and crop in {"hero", "tall"} and width <= 800:
        return 90_000
    if crop == "share":
        return 300_000
    return 40_000 if width <= 400 else 120_000 if width <= 800 else 450_000
