"""Outlines as short SVG paths: whole units, each point told from the last one, nothing outside the frame."""

from __future__ import annotations

from itertools import pairwise

Point = tuple[float, float]


def path(points: list[Point]) -> str:
    """The closed shape through `points`, rounded to whole units; empty for fewer than three different ones."""
    whole = [(round(x), round(y)) for x, y in points]
    kept = [point for before, point in zip([None, *whole], whole, strict=False) if point != before]
    if len(set(kept)) < 3:
        return ""
    steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(kept)]
    if kept[-1] == kept[0]:
        steps.pop()
    numbers = "".join(f"{number}" if number < 0 else f" {number}" for step in steps for number in step)
    return f"M{kept[0][0]} {kept[0][1]}l{numbers.strip()}z"


def clipped(points: list[Point], frame: tuple[float, float, float, float]) -> list[Point]:
    """The shape through `points` as far as it lies in `frame` (least x, least y, most x, most y): Sutherland and Hodgman."""
    for axis, edge, sign in ((0, frame[0], 1), (1, frame[1], 1), (0, frame[2], -1), (1, frame[3], -1)):
        points = _side(points, axis, edge, sign)
    return points


def _side(points: list[Point], axis: int, edge: float, sign: int) -> list[Point]:
    """The part of the shape on one side of an edge: where `sign` × (coordinate − edge) is not negative."""
    found: list[Point] = []
    for before, here in zip([points[-1], *points[:-1]] if points else [], points, strict=True):
        inside, was = sign * (here[axis] - edge) >= 0, sign * (before[axis] - edge) >= 0
        if inside != was:
            share = (edge - before[axis]) / (here[axis] - before[axis])
            found.append((before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])))
        if inside:
            found.append(here)
    return found
