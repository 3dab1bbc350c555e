"""Figures: each number about the province once, with its source, rendered for every language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from html import escape
from pathlib import Path
from typing import Any

from sitekit import datafiles, numbers
from sitekit.interface import Words
from sitekit.languages import Language
from sitekit.problems import ContentError, Problem
from sitekit.sources import Source

PUBLISHABLE = ("high", "medium")
FILE = "data/figures.yml"
#: A number in words: its digits, then the magnitude.
MAGNITUDE = re.compile(r"(?P<digits>[\d.,]*\d)(?P<word>\D*)")
AS_OF = re.compile(r"\d{4}(-\d{2}){0,2}")


@dataclass(frozen=True)
class Figure:
    """One figure. `value`, or `low` and `high` of a range, in `unit`; `as_of` is an ISO date, month, year or empty."""

    key: str
    label: dict[str, str]
    low: Decimal
    high: Decimal
    unit: str
    as_of: str
    estimate: bool
    confidence: str
    sources: tuple[str, ...]

    @property
    def is_range(self) -> bool:
        """Whether the figure is a range of values."""
        return self.low != self.high

    def text(self, form: str, language: Language, words: Words) -> str:
        """The figure in one of the forms `full`, `words`, `number`, `as-of`, as plain text."""
        if form == "as-of":
            return numbers.date(self.as_of, language) if self.as_of else words("undated")
        large = form == "words" or (form == "full" and self.unit in numbers.MONEY)
        write = numbers.in_words if large else numbers.number
        text = write(self.high, language)
        if self.is_range:
            text = _range(write(self.low, language), text, words)
        return text if form == "number" else numbers.with_unit(text, self.high, self.unit, language, words)

    def html(self, form: str, language: Language, words: Words, sources: dict[str, Source]) -> str:
        """The figure as HTML; the form `note` prints its date and sources with links."""
        if form != "note":
            return f'<data class="site-figure" value="{self.low}">{escape(self.text(form, language, words))}</data>'
        names = words("list-comma").join(sources[key].link() for key in self.sources)
        dated = words("as-of", date=escape(self.text("as-of", language, words))) + words("note-joint") if self.as_of else ""
        return f'<small class="site-note">{words("note", text=dated + words("source", names=names))}</small>'


def _range(low: str, high: str, words: Words) -> str:
    """Both ends in the language's own form, their common magnitude once: 35.000–40.000 tỷ, 1.4–1.6 billion."""
    ends = [MAGNITUDE.fullmatch(end) for end in (low, high)]
    magnitudes = {end["word"] for end in ends if end}
    if all(ends) and len(magnitudes) == 1:
        return words("range", low=ends[0]["digits"], high=high)  # type: ignore[index]
    return words("range", low=low, high=high)


def _figure(key: str, row: dict[str, Any]) -> Figure:
    low, high = (row["value"], row["value"]) if "value" in row else (row["low"], row["high"])
    return Figure(key, row["label"], Decimal(str(low)), Decimal(str(high)), row["unit"], str(row.get("as_of") or ""),
                  bool(row.get("estimate")), row["confidence"], tuple(row["sources"]))  # fmt: skip


def load(root: Path, sources: dict[str, Source]) -> dict[str, Figure]:
    """All figures by key; ContentError lists every row that cannot be published."""
    found: dict[str, Figure] = {}
    problems: list[Problem] = []
    for key, row in datafiles.load(root, FILE).items():
        try:
            figure = found[key] = _figure(key, row)
        except (KeyError, TypeError, InvalidOperation) as error:
            problems.append(Problem("figure-incomplete", FILE, words={"key": key, "reason": error}))
            continue
        if figure.confidence not in PUBLISHABLE:
            problems.append(Problem("unverified-figure", FILE, words={"key": key, "confidence": figure.confidence}))
        if figure.as_of and not AS_OF.fullmatch(figure.as_of):
            problems.append(Problem("figure-date", FILE, words={"key": key, "date": figure.as_of}))
        if not figure.sources or any(name not in sources for name in figure.sources):
            problems.append(Problem("figure-without-source", FILE, words={"key": key}))
    if problems:
        raise ContentError(problems)
    return found
