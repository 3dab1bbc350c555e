"""Numbers, amounts and dates in the reader's form, from CLDR through Babel.

Long CLDR units are not used: Babel 2.18 prints their identifiers where CLDR has an alias. Units that CLDR words
badly or lacks (people, projects, currencies in prose) come from the interface catalogue as `unit-…`.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_compact_decimal, format_decimal
from babel.units import format_unit

from sitekit.interface import Words
from sitekit.languages import Language

#: unit → CLDR identifier; every language prints the short form
CLDR_UNITS = {
    "square-kilometre": "area-square-kilometer",
    "hectare": "area-hectare",
    "square-metre": "area-square-meter",
    "kilometre": "length-kilometer",
    "metre": "length-meter",
    "megawatt": "power-megawatt",
}
MONEY = ("usd", "vnd", "eur")
#: Largest power of ten with a word of its own in running text: Vietnamese and Lao papers print 216.943 tỷ, ຕື້.
LARGEST_WORD = {"vi": 10**9, "lo": 10**9}
#: No word stands for more than a million millions.
LARGEST_POWER = 12
MOST_DIGITS = 6
ROUNDED_DIGITS = 4


def _plain(value: Decimal) -> Decimal:
    """`value` without trailing zeros and never in scientific form."""
    value = value.normalize()
    return value if value.as_tuple().exponent <= 0 else value.quantize(Decimal(1))  # type: ignore[operator]


@lru_cache(maxsize=8192)
def number(value: Decimal, language: Language) -> str:
    """`value` with all its digits: 16.486,49 or 16,486.49."""
    value = _plain(value)
    places = max(0, -int(value.as_tuple().exponent))
    return format_decimal(value, format=f"#,##0.{'0' * places}" if places else "#,##0", locale=language.locale)


def rounded(value: Decimal) -> Decimal:
    """`value` as a sentence quotes it: every digit up to six, else four; the same in all languages."""
    digits = value.normalize().as_tuple().digits
    if len(digits) <= MOST_DIGITS:
        return value
    return Decimal(f"{value:.{ROUNDED_DIGITS - 1}e}")


def in_words(value: Decimal, language: Language) -> str:
    """A large `value` with the language's own magnitude: 1,2 tỷ · 1.2 billion · 12亿 · 1,2 ຕື້."""
    value = rounded(value)
    ceiling = LARGEST_WORD.get(language.code)
    if ceiling and abs(value) >= ceiling * 1000:
        one = _compact(Decimal(ceiling), language)
        return one.replace("1", number(value / ceiling, language), 1)
    return _compact(value, language)


def magnitude(value: Decimal, language: Language) -> tuple[Decimal, str]:
    """The largest word of `language` for numbers up to `value`, and what it stands for: (1,000,000,000, “billion”); (1, “”) for none."""
    for power in range(LARGEST_POWER, MOST_DIGITS - 3, -1):
        size = Decimal(10) ** power
        if size <= min(abs(value), LARGEST_WORD.get(language.code, size)):
            first, word = re.fullmatch(r"(\d+)(.*)", _compact(size, language)).groups()  # type: ignore[union-attr]
            if first == "1" and word:
                return size, word.strip()
    return Decimal(1), ""


def _compact(value: Decimal, language: Language) -> str:
    return _written(str(value), language.code, language.locale)


@lru_cache(maxsize=8192)
def _written(value: str, code: str, locale: str) -> str:
    # Babel raises KeyError for the long form of zh_Hans; its short form is the natural one (12亿)
    form = "short" if code == "zh" else "long"
    return format_compact_decimal(Decimal(value), format_type=form, locale=locale, fraction_digits=ROUNDED_DIGITS + 2)  # type: ignore[arg-type]


@lru_cache(maxsize=8192)
def _measured(value: str, unit: str, locale: str) -> str:
    # a text: 1 and 1.0 are equal numbers with plural forms of their own
    return format_unit(Decimal(value), CLDR_UNITS[unit], "short", locale=locale)


def with_unit(text: str, value: Decimal, unit: str, language: Language, words: Words) -> str:
    """`text` (a formatted number that stands for `value`) followed or preceded by its unit."""
    if unit in CLDR_UNITS:
        sample = _measured(str(value), unit, language.locale)
        return re.sub(r"[\d.,]*\d", lambda _: text, sample, count=1)
    if unit == "none":
        return text
    return words(f"unit-{unit}", count=float(value), n=text)


@lru_cache(maxsize=8192)
def date(value: str, language: Language) -> str:
    """An ISO date, month or year (2025-03-08, 2025-03, 2025) as the language writes it."""
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return value if language.code != "zh" else f"{value}年"
    day = datetime.date(*parts, *([1] * (3 - len(parts))))
    return format_date(day, language.date if len(parts) == 3 else language.month, locale=language.locale)
