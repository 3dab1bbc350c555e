"""The largest size in which a title fits, and its lines, as even as they can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sitekit.cards import breaks
from sitekit.cards.breaks import GOOD, POOR, Piece
from sitekit.cards.faces import Faces

#: Widths are sums of single characters; kerning and marks may add this share.
MARGIN = 1.02
#: What a poor break costs beside uneven lines (parts of a line's square).
COST = 0.08
LINES = 3


@dataclass(frozen=True)
class Room:
    """Where a title stands, in pixels: width and height at most, sizes from `most` down to `least`.

    `fair` is the size below which a title is rather broken at a poor place than set smaller.
    """

    width: float
    height: float
    most: int
    fair: int
    least: int


@dataclass(frozen=True)
class Fitted:
    """A title in its lines, at `size` pixels."""

    size: int
    lines: tuple[str, ...]


@lru_cache(maxsize=8192)
def fit(text: str, language: str, names: tuple[str, ...], faces: Faces, room: Room, leading: float,
        together: tuple[str, ...] = ()) -> Fitted | None:  # fmt: skip
    """`text` as large as `room` allows in at most three lines; None when it does not fit.

    `leading` is in parts of the size; a break in a word of `together` is a poor one.
    """
    found, widths = _measured(text, language, names, faces, together)
    for worst, least in ((GOOD, room.fair), (POOR, room.least)):
        for size in range(room.most, least - 1, -2):
            most = min(LINES, int(room.height / (size * leading)))
            for count in range(1, most + 1):
                lines = _lines(found, widths, count, room.width / size, worst)
                if lines:
                    return Fitted(size, lines)
    return None


@lru_cache(maxsize=8192)
def _measured(text: str, language: str, names: tuple[str, ...], faces: Faces, together: tuple[str, ...]
              ) -> tuple[list[Piece], list[list[float]]]:  # fmt: skip
    """The pieces of `text`, and the width of each row of them from one (first index) to another (second): of every room the same."""
    found = breaks.pieces(text, language, names, together)
    widths = [[faces.width(_joined(found[first : last + 1]), language) * MARGIN if last >= first else 0.0
               for last in range(len(found))] for first in range(len(found))]  # fmt: skip
    return found, widths


def _joined(row: Sequence[Piece]) -> str:
    return "".join(piece.text + (" " if piece.blank else "") for piece in row).rstrip(" ")


def _lines(row: Sequence[Piece], widths: list[list[float]], count: int, width: float, worst: int) -> tuple[str, ...]:
    """Exactly `count` lines no wider than `width`, broken at places no worse than `worst`; none when it cannot be."""
    @cache
    def best(first: int, left: int) -> tuple[float, tuple[int, ...]] | None:
        """Least cost of setting the pieces from `first` on in `left` lines, and the last piece of each line."""
        options = []
        for last in range(first, len(row)):
            if widths[first][last] > width:
                break
            end = last == len(row) - 1
            if end != (left == 1) or (not end and row[last].after > worst):
                continue
            rest = (0.0, ()) if end else best(last + 1, left - 1)
            if rest:
                cost = (1 - widths[first][last] / width) ** 2 + (0 if end else COST * row[last].after)
                options.append((cost + rest[0], (last, *rest[1])))
        return min(options, default=None)

    found = best(0, count)
    if not found:
        return ()
    starts = (0, *(last + 1 for last in found[1][:-1]))
    return tuple(_joined(row[start : last + 1]) for start, last in zip(starts, found[1], strict=True))
