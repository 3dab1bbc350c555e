"""How a picture is cut and in which widths it is published: arithmetic without pixels."""

from __future__ import annotations

from sitekit.pictures.settings import CROPS, MOST_HEIGHT, NOT_NEAR, SHARE, WIDTHS

Box = tuple[int, int, int, int]


def box(size: tuple[int, int], shape: tuple[int, int], focal: tuple[float, float]) -> Box:
    """The largest box (left, upper, right, lower) of proportions `shape` inside `size` around `focal`.

    `focal` is 0 to 1 from the upper left; it comes to the middle of the box as near as the edges allow.
    """
    width, height = size
    ratio = shape[0] / shape[1]
    wide, high = (width, round(width / ratio)) if width / height < ratio else (round(height * ratio), height)
    wide, high = min(max(wide, 1), width), min(max(high, 1), height)
    left = min(max(round(focal[0] * width - wide / 2), 0), width - wide)
    top = min(max(round(focal[1] * height - high / 2), 0), height - high)
    return left, top, left + wide, top + high


def widths(native: tuple[int, int], wanted: tuple[int, ...]) -> list[int]:
    """The widths, rising, in which a picture of `native` pixels is published: never wider than it is."""
    width, height = native
    found = [each for each in wanted if each <= width]
    if width < wanted[-1] and (not found or width >= found[-1] * NOT_NEAR):
        found.append(width)
    low_enough = [each for each in found if each * height / width <= MOST_HEIGHT]
    return low_enough or [max(1, MOST_HEIGHT * width // height)]


def height_at(width: int, native: tuple[int, int]) -> int:
    """Height in pixels of a picture of `native` size shown `width` pixels wide.

    At least 1, and no more than every format can hold: a line of pixels cannot be made narrower.
    """
    return min(MOST_HEIGHT, max(1, round(native[1] * width / native[0])))


def enough(width: int, height: int, native: tuple[int, int]) -> bool:
    """Whether decoding at `width` × `height` loses nothing that anybody sees.

    The whole picture is then shrunk at least by half again, and every cut by a quarter; with less, the
    decoder's own shrinking would show (measured: SSIMULACRA2 95 at twice the size, 90 at the size).
    """
    if width < 2 * min(native[0], WIDTHS[-1]):
        return False
    for shape, wanted in (*CROPS.values(), SHARE):
        left, _, right, _ = box(native, shape, (0.5, 0.5))
        largest = widths((right - left, 10), wanted)[-1]
        if (right - left) * width / native[0] < 1.25 * largest:
            return False
    return height >= 1
