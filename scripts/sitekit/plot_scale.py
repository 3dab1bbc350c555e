"""Numbers of a plot: its slots along the bottom, heights, and what stands on the bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sitekit import numbers
from sitekit.figures import Figure
from sitekit.interface import Words
from sitekit.languages import Language


@dataclass(frozen=True)
class Point:
    """A place along the bottom, named `label`; `figure` is None where nothing was published."""

    label: str
    figure: Figure | None


def slots(points: Sequence[Point]) -> list[Point]:
    """`points` with the years that are missing between them, which stay empty; unchanged where a label is no year."""
    if not points or not all(point.label.isdigit() and len(point.label) == 4 for point in points):
        return list(points)
    known = {int(point.label): point for point in points}
    return [known.get(year, Point(str(year), None)) for year in range(min(known), max(known) + 1)]


@dataclass(frozen=True)
class Scale:
    """Writes values as multiples of `size`; `unit` says of what (“billion USD”), empty when every label says it."""

    size: Decimal
    unit: str
    language: Language
    words: Words

    def label(self, figure: Figure) -> str:
        """The value of `figure` as it stands on its bar."""
        if not self.unit:
            return figure.text("full", self.language, self.words)
        values = dict.fromkeys((figure.low, figure.high))
        return "–".join(numbers.number(numbers.rounded(value / self.size), self.language) for value in values)


def scale(figures: Sequence[Figure], language: Language, words: Words) -> Scale:
    """The scale on which all of `figures` (of one unit) read best in `language`."""
    unit, largest = figures[0].unit, max(figure.high for figure in figures)
    if unit == "percent":
        return Scale(Decimal(1), "", language, words)
    size, word = numbers.magnitude(largest, language)
    return Scale(size, numbers.with_unit(word, largest, unit, language, words).strip(), language, words)


def extent(figures: Sequence[Figure]) -> tuple[float, float]:
    """Lowest and highest value to draw; zero is always within, so that heights can be compared."""
    return min(0.0, *(float(figure.low) for figure in figures)), max(0.0, *(float(figure.high) for figure in figures))
