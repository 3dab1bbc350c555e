"""The two shapes of a card: where everything stands, in pixels."""

from __future__ import annotations

from dataclasses import dataclass

from sitekit.cards.fitting import Room

#: Distance of lines in parts of the size, by language: Lao is 1.54 tall, a stacked Vietnamese capital 1.29.
LEADING = {"lo": 1.56}
OTHER_LEADING = 1.3
#: Height of the tallest sign above the line, in parts of the size.
ASCENT = {"lo": 1.08}
OTHER_ASCENT = 1.0


@dataclass(frozen=True)
class Shape:
    """A card of `width` × `height`.

    `crops` are cuts of a picture in the order in which they are taken; `margin` is free at the left; `foot` lies between
    the last line of the title and the lower edge, of which the pattern takes `strip`; `label` is the size of the section,
    `brand` that of the site's name (0: the mark stands alone), `mark` that of the mark.
    """

    name: str
    width: int
    height: int
    crops: tuple[str, ...]
    margin: int
    foot: int
    strip: int
    label: int
    brand: int
    mark: int
    room: Room


WIDE = Shape("wide", 1200, 630, ("share", "hero"), margin=64, foot=74, strip=24, label=31, brand=38, mark=64,
             room=Room(1072, 262, most=88, fair=58, least=44))  # fmt: skip
SQUARE = Shape("square", 300, 300, ("square",), margin=17, foot=23, strip=8, label=15, brand=0, mark=34,
               room=Room(266, 126, most=36, fair=22, least=14))  # fmt: skip
SHAPES = (WIDE, SQUARE)


def leading(language: str) -> float:
    """Distance of lines in parts of the size."""
    return LEADING.get(language, OTHER_LEADING)


def ascent(language: str) -> float:
    """Height of a line above its base in parts of the size."""
    return ASCENT.get(language, OTHER_ASCENT)
