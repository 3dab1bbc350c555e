"""How wide a picture stands in each place of a page, so that a browser can choose before it has laid out anything.

The numbers follow stylesheets/tokens.css and components.css; a test in a real browser compares them with the layout.
`sizes` knows no custom properties, and its `rem` is 16 px whatever the page says: lengths are in px, and the theme's
two larger base sizes (1rem is 20 px, 22 px from 1600 px of width, 24 px from 2000 px) are spelt out.
"""

from __future__ import annotations

from collections.abc import Sequence

#: Least width of the window in px → pixels per rem, widest first.
SCALES = ((2000, 24), (1600, 22), (0, 20))
WIDE, MEASURE, CARD, GAP = 60, 38, 12, 1.2  # rem
#: The gutter is 4 % of the window between these two, in rem.
LEAST_GUTTER, MOST_GUTTER = 0.9, 2
#: Height of the hero by page kind: (least in rem, % of the window's height, most in rem).
HERO = {"home": (19, 66, 34), "section": (19, 66, 34)}
OTHER_HERO = (17, 54, 27)
#: Least pixels of the screen per CSS pixel → the share of them that the upright hero asks for, densest first. It is the largest
#: paint of a phone, which waits for every kilobyte, and it stands under words and a shade, where more than some 1.3 pixels per
#: CSS pixel are hardly seen. Browsers take the narrowest file that is not narrower than what is asked for: with these shares
#: screens of 1,080 pixels (below 3 per CSS pixel) and 1,440 (from 3 on) ask for less than the 540 of `settings.CROPS`. On phones
#: that is 1 (home, on the longest) to 1.5 per CSS pixel. A browser that does not know `min-resolution` asks for all.
SHARES = ((3, 0.37), (1.5, 0.49))


def share(density: float) -> float:
    """The share of a screen's pixels that the upright hero asks for, where there are `density` per CSS pixel."""
    return next((part for least, part in SHARES if density >= least), 1)


def hero(kind: str, shape: tuple[int, int]) -> str:
    """The width that fills the hero of a page of `kind` with a picture of `shape`, which is cut to fit.

    An upright one is as wide as the window and asks for its share. What long phones cut off beside it at home and on sections
    (up to a fifth) is left out: they would take the next file for it, and the HTML of every page would be longer.
    """
    if shape[0] < shape[1]:
        return ",".join([*(f"(min-resolution:{least:g}x) {100 * part:g}vw" for least, part in SHARES), "100vw"])
    least, part, most = HERO.get(kind, OTHER_HERO)
    ratio = shape[0] / shape[1]
    return f"max(100vw,clamp({least * 20 * ratio:.0f}px,{part * ratio:.0f}vh,{most * 20 * ratio:.0f}px))"


def body() -> str:
    """The width of a picture between paragraphs."""
    rows: list[tuple[float, str]] = [(max(at, (MEASURE + 2 * MOST_GUTTER) * rem), f"{MEASURE * rem}px") for at, rem in SCALES]
    rows += [(LEAST_GUTTER * 20 * 25, "92vw")]
    return _written(rows, f"calc(100vw - {2 * LEAST_GUTTER * 20:.0f}px)")


def cards(count: int) -> str:
    """The width of one of `count` cards, which stand in as many columns as there is room for."""
    rows: list[tuple[float, str]] = []
    for at, rem in SCALES:
        room = (WIDE - 2 * MOST_GUTTER) * rem
        columns = min(count, int((room + GAP * rem) // ((CARD + GAP) * rem)))
        rows.append((max(at, WIDE * rem), f"{(room - (columns - 1) * GAP * rem) / columns:.0f}px"))
    for columns in range(count, 0, -1):
        gaps = (columns - 1) * GAP * 20
        needed = columns * CARD * 20 + gaps
        start = needed / 0.92 if columns > 1 else LEAST_GUTTER * 20 * 25
        if start < WIDE * 20:
            rows.append((start, f"calc((92vw - {gaps:.0f}px)/{columns})" if columns > 1 else "92vw"))
    return _written(rows, f"calc(100vw - {2 * LEAST_GUTTER * 20:.0f}px)")


def gallery() -> str:
    """The width of one picture of a gallery: two side by side from 600 px on."""
    rows: list[tuple[float, str]] = []
    for at, rem in SCALES:
        rows.append((max(at, (MEASURE + 2 * MOST_GUTTER) * rem), f"{(MEASURE - GAP) * rem / 2:.0f}px"))
    rows += [(600, "calc(46vw - 6px)"), (LEAST_GUTTER * 20 * 25, "92vw")]
    return _written(rows, f"calc(100vw - {2 * LEAST_GUTTER * 20:.0f}px)")


def _written(rows: Sequence[tuple[float, str]], last: str) -> str:
    return ",".join([*(f"(min-width:{at:.0f}px) {width}" for at, width in rows), last])
