"""What a language calls its months, magnitudes, units and number words: `lexicon/*.yml`, months from CLDR through Babel.

Weighed and not used: dateparser and Microsoft's Recognizers-Text read no Vietnamese and Lao prose or guess at it;
text2num and words2num2 read number words, of which only a few sentences of this reader's work consist.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from babel import Locale

FOLDER = Path(__file__).resolve().parent / "lexicon"
CODES = tuple(sorted(file.stem for file in FOLDER.glob("??.yml")))
#: Language of a text in any other language: its digits are read with the separators of English.
OTHER = "en"


@dataclass(frozen=True)
class Unit:
    """A unit: key, dimension, size in base units and how a language spells it, as pieces of a regular expression."""

    key: str
    dimension: str
    size: Decimal
    spellings: tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """One language. rows: its file; mark: decimal separator; months: CLDR names; units: with this language's spellings."""

    code: str
    rows: dict[str, Any]
    mark: str
    months: dict[str, int]
    units: tuple[Unit, ...]


def _file(name: str) -> dict[str, Any]:
    rows: dict[str, Any] = yaml.safe_load((FOLDER / f"{name}.yml").read_text("utf-8"))
    return rows


@lru_cache(maxsize=1)
def units() -> dict[str, dict[str, Any]]:
    """The rows of lexicon/units.yml by key."""
    return _file("units")


def same_measure(one: str, two: str) -> bool:
    """Whether units `one` and `two` measure the same thing, so that values can be compared."""
    return bool(units()[one]["of"] == units()[two]["of"])


def measured(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """`value` in base units and what is measured; a unit that measures nothing (people, projects) is no unit."""
    row = units().get(unit)
    return (value * Decimal(str(row["times"])), str(row["of"])) if row and value.is_finite() else (value, "")


def size(unit: str) -> Decimal:
    """How many base units one `unit` is; 1 for no unit."""
    return Decimal(str(units()[unit]["times"])) if unit else Decimal(1)


@lru_cache(maxsize=8)
def load(code: str) -> Lexicon:
    """The lexicon of language `code`; English for a language that has none."""
    code = code if code in CODES else OTHER
    rows = _file(code)
    locale = Locale.parse(rows["locale"])
    names = {form: number for width in ("wide", "abbreviated")
             for number, form in locale.months["format"][width].items()} if rows.get("cldr_months") else {}  # fmt: skip
    known = tuple(Unit(key, row["of"], Decimal(str(row["times"])), (*row.get("all", ()), *row.get(code, ())))
                  for key, row in units().items())  # fmt: skip
    return Lexicon(code, rows, str(locale.number_symbols["latn"]["decimal"]), names, known)


def either(spellings: Any) -> str:
    """A regular expression that takes the longest of `spellings`, which are pieces of regular expressions."""
    return "(?:" + "|".join(sorted(map(str, spellings), key=len, reverse=True)) + ")"


def literal(spellings: Any) -> str:
    """The same for plain texts."""
    return either(re.escape(str(text)) for text in spellings)
