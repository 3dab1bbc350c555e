"""Amounts: numbers with magnitude and unit, percentages, fractions, Roman numerals."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from sitekit.checking.reading_numbers import decimals, words
from sitekit.checking.reading_numbers.lexicon import Lexicon, either, load
from sitekit.checking.reading_numbers.quantity import Quantity, Value

Hit = re.Match[str]
CURRENCIES = {"US$": "usd", "$": "usd", "USD": "usd", "€": "eur", "EUR": "eur", "VND": "vnd"}
ROMAN = {"I": 1, "V": 5, "X": 10}


def roman(text: str) -> int:
    """The value of a Roman numeral made of I, V and X; 0 for a sequence that is none."""
    if not re.fullmatch(r"X{0,3}(?:IX|IV|V?I{0,3})", text):
        return 0
    numbers = [ROMAN[letter] for letter in text]
    return sum(-number if number < following else number for number, following in zip(numbers, [*numbers[1:], 0], strict=True))


def number(hit: Hit, lexicon: Lexicon) -> Quantity | None:
    """A number with its magnitude and unit."""
    groups = hit.groupdict()
    token = groups["n"]
    others: tuple[Value, ...] = ()
    grouped = False
    if token[0].isdigit():
        numeral = decimals.read(token, lexicon.mark)
        if numeral is None:
            return Quantity("code", token, hit[0])
        value, others, grouped = numeral.value, numeral.others, numeral.grouped
    else:
        said = words.leading(token, lexicon.code)
        if said is None:
            return None
        value, length = said
        if length < len(token):  # “first nine” is two numbers
            return Quantity("number", value, token[:length], firm=False)
    times, value = _magnified(value, groups.get("times"), lexicon)
    if groups.get("half"):
        value += times / 2
    others = tuple(other * times for other in others if isinstance(other, Decimal))
    behind = groups.get("unit")
    unit = _unit(behind, lexicon.code) if behind else CURRENCIES.get((groups.get("before") or "").strip(), "")
    return Quantity("number", value, hit[0], unit=unit, others=others, firm=token[0].isdigit(), grouped=grouped)


@lru_cache(maxsize=512)
def _unit(written: str, code: str) -> str:
    """The key of the unit that is `written` so."""
    return next((unit.key for unit in load(code).units if re.fullmatch(either(unit.spellings), written)), "")


def _magnified(value: Decimal, text: str | None, lexicon: Lexicon) -> tuple[Decimal, Decimal]:
    """The last magnitude and the sum of `value` and what follows: 1 tỷ 200 triệu, 1亿2000万."""
    if not text:
        return Decimal(1), value
    table = lexicon.rows["magnitudes"]
    find = re.compile("|".join([f"(?P<n>{decimals.NUMERAL})", *(f"(?P<m{place}>{word})" for place, word in enumerate(table))]))
    sizes = list(table.values())
    total, current, factor = Decimal(0), value, Decimal(1)
    for match in find.finditer(text):
        if match["n"]:
            total, factor = total + current * factor, Decimal(1)
            numeral = decimals.read(match["n"], lexicon.mark)
            current = numeral.value if numeral else Decimal(0)
        else:
            factor *= next(sizes[int(name[1:])] for name, found in match.groupdict().items() if found and name != "n")
    return factor, total + current * factor


def percent(hit: Hit, lexicon: Lexicon) -> Quantity | None:
    """百分之八十三, ຮ້ອຍລະ 83."""
    found = number(hit, lexicon)
    return found and Quantity("number", found.value, hit[0], unit="percent", firm=found.firm)


def fraction(hit: Hit, lexicon: Lexicon) -> Quantity | None:
    """Hai phần ba, two thirds, 三分之二."""
    top, bottom = (words.value(hit[name], lexicon.code) for name in ("top", "bottom"))
    return Quantity("number", top / bottom, hit[0], others=(top / bottom * 100,), firm=False) if top and bottom else None


def half(hit: Hit, lexicon: Lexicon) -> Quantity | None:
    """Words that are a number without a numeral: nửa, half, 半."""
    first, *others = map(Decimal, lexicon.rows["fractions"][hit["known"]])
    return Quantity("number", first, hit[0], others=tuple(others), firm=False)


def roman_number(hit: Hit, lexicon: Lexicon) -> Quantity | None:
    """VSIP II is 二期 in Chinese."""
    number_ = roman(hit["roman"])
    return Quantity("number", Decimal(number_), hit[0], firm=False) if number_ else None


def idiom(hit: Hit, _: Lexicon) -> Quantity:
    """A number that one language says and another leaves out: 24 giờ is day and night."""
    return Quantity("number", Decimal(re.sub(r"\D+.*", "", hit[0].lstrip("全天"))), hit[0], firm=False)
