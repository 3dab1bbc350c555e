"""Bars and lines as inline SVG. Colours and sizes of letters come from the style sheet; the drawing holds numbers only.

It is 320 units wide, about the pixels of a phone, so that a letter of 13 units is as large there as the text around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from sitekit.plot_scale import Point, Scale, extent

WIDTH, HEIGHT = 320, 200
TOP, BOTTOM = 26, 26
#: The widest bar, and how much of its slot it takes.
WIDEST, SHARE = 52, 0.64
#: Distance of a number from the bar or dot below it.
ABOVE = 7
DOT = 4.5


def _number(value: float) -> str:
    """A length in tenths of a unit, as short as it can be written."""
    return f"{value:.1f}".removesuffix(".0")


def svg(name: str, kind: str, points: Sequence[Point], scale: Scale, title: str, description: str) -> str:
    """The drawing of `points` as `bar` or `line`, named for screen readers by `title` and `description`."""
    low, high = extent([point.figure for point in points if point.figure])
    slot = WIDTH / len(points)

    def place(number: int) -> float:
        return slot * (number + 0.5)

    def level(value: float) -> float:
        return TOP + (HEIGHT - TOP - BOTTOM) * (high - value) / ((high - low) or 1)

    tops = [level(float(point.figure.high)) if point.figure else level(0) for point in points]
    parts = [f'<path class="site-plot__base" d="M0 {_number(level(0))}H{WIDTH}"/>']
    if kind == "line":
        parts.append(_line(points, [place(number) for number in range(len(points))], tops))
    for number, (point, top) in enumerate(zip(points, tops, strict=True)):
        parts.append(f'<text class="site-plot__year" x="{_number(place(number))}" y="{HEIGHT - 7}">{escape(point.label)}</text>')
        if point.figure:
            state = " site-plot__mark--estimate" if point.figure.estimate else ""
            mark = _dot(place(number), top, state) if kind == "line" else _bar(place(number), slot, top, level(0), state)
            y = min(top, level(0)) - ABOVE - (DOT if kind == "line" else 0)
            label = escape(scale.label(point.figure))
            parts.append(f'{mark}<text class="site-plot__value" x="{_number(place(number))}" y="{_number(y)}">{label}</text>')
        else:
            parts.append(f'<text class="site-plot__gap" x="{_number(place(number))}" y="{_number(level(0) - ABOVE)}">–</text>')
    ids = f"plot-{name}-title plot-{name}-text"
    return (f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="{ids}"><title id="plot-{name}-title">{escape(title)}</title>'
            f'<desc id="plot-{name}-text">{escape(description)}</desc>{"".join(parts)}</svg>')  # fmt: skip


def _bar(x: float, slot: float, top: float, base: float, state: str) -> str:
    width = min(WIDEST, slot * SHARE)
    return (f'<rect class="site-plot__mark{state}" x="{_number(x - width / 2)}" y="{_number(min(top, base))}" width="{_number(width)}" '
            f'height="{_number(abs(base - top))}"/>')  # fmt: skip


def _dot(x: float, y: float, state: str) -> str:
    return f'<circle class="site-plot__mark{state}" cx="{_number(x)}" cy="{_number(y)}" r="{DOT}"/>'


def _line(points: Sequence[Point], xs: Sequence[float], ys: Sequence[float]) -> str:
    """A line through the points, lifted where a year is missing: a bridge over it would be a guess."""
    path, down = "", False
    for point, x, y in zip(points, xs, ys, strict=True):
        if point.figure:
            path += f"{'L' if down else 'M'}{_number(x)} {_number(y)}"
        down = point.figure is not None
    return f'<path class="site-plot__line" d="{path}"/>'
