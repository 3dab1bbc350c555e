"""Reads the numbers of one text: `Reading(text, code).firm` in digits, `.words` in words."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cached_property, lru_cache

from sitekit.checking.reading_numbers import decimals
from sitekit.checking.reading_numbers.grammar import load_grammar
from sitekit.checking.reading_numbers.lexicon import CODES, OTHER, either, load
from sitekit.checking.reading_numbers.masking import GAP, prose
from sitekit.checking.reading_numbers.quantity import Quantity
from sitekit.checking.reading_numbers.readings import READ

HUNDRED = 100
_RUN = re.compile(r"\d+")
#: Months that are other words as well.
MODAL = ("May", "March")


class Reading:
    """The numbers of a text in language `code`. Positions refer to `text`, which is the prose of what was given."""

    def __init__(self, text: str, code: str) -> None:
        self.code = code if code in CODES else OTHER
        self.text = prose(text)

    @cached_property
    def firm(self) -> list[Quantity]:
        """Numbers written in digits, and months by name, in the order of the text."""
        if not _starts(self.code).search(self.text):
            return []
        found = _scan(self.text, self.code, in_words=False)
        return _inherit([_perhaps(quantity, self.text) for quantity in found], self.text, self.code)

    def joined(self, one: Quantity, other: Quantity) -> bool:
        """Whether a mark of a range, and nothing else, stands between two quantities of this text."""
        return bool(_range(self.code).fullmatch(self.text, one.end, other.start))

    @cached_property
    def words(self) -> list[Quantity]:
        """Numbers written in words, between the firm ones."""
        rest = self.text
        for quantity in self.firm:
            if quantity.firm or quantity.kind == "number" or quantity.written in MODAL:
                rest = rest[: quantity.start] + GAP * (quantity.end - quantity.start) + rest[quantity.end :]
        loose = [quantity for quantity in self.firm if not quantity.firm and (quantity.kind == "number" or quantity.written in MODAL)]
        return loose + [quantity for quantity in _scan(rest, self.code, in_words=True) if not quantity.firm]


def parse(text: str, code: str) -> list[Quantity]:
    """Every number of `text`, which is prose or Markdown in language `code`, in order; words carry `firm=False`."""
    reading = Reading(text, code)
    return sorted([*(quantity for quantity in reading.firm if quantity.firm), *reading.words], key=lambda found: found.start)


@lru_cache(maxsize=8)
def _starts(code: str) -> re.Pattern[str]:
    """What a text with firm numbers has at least one of: a digit, or the name of a month."""
    return re.compile("|".join([r"\d", r"(?<![A-Za-z])[IVX]{1,6}(?!\w)", *map(re.escape, load(code).months)]))


def _scan(text: str, code: str, in_words: bool) -> list[Quantity]:
    grammar, lexicon = load_grammar(code, in_words), load(code)
    found = []
    position = 0
    while start := grammar.start.search(text, position):
        position = start.start()
        for kind, form in grammar.forms:
            hit = form.match(text, position)
            quantity = hit and hit.end() > position and READ[kind](hit, lexicon)
            if hit and quantity:
                end = position + len(quantity.written)
                found.append(replace(quantity, start=position, end=end))
                found += _second_year(hit, quantity)
                position = max(end, hit.end() if quantity.firm else end)
                break
        else:
            # nothing fits here: a number that no form explains is passed as a whole, not digit by digit
            digits = _RUN.match(text, position)
            position = digits.end() if digits else position + 1
    return found


def _perhaps(quantity: Quantity, text: str) -> Quantity:
    """“May I come in” asks and names no month; at the beginning of a sentence the word may be either."""
    begins = quantity.written in MODAL and re.search(r"(?:^|[.!?:;|“”\n])\s*$", text[max(0, quantity.start - 3) : quantity.start])
    return replace(quantity, firm=False) if begins else quantity


def _second_year(hit: re.Match[str], first: Quantity) -> list[Quantity]:
    """The year 1931 of 1930–31, which shares the century of the first."""
    short = hit.groupdict().get("y2")
    if not short or not isinstance(first.value, tuple):
        return []
    year = first.value[0] // HUNDRED * HUNDRED + int(short)
    return [Quantity("date", (year, 0, 0), short, hit.end() - len(short), hit.end(), others=(Decimal(short),))]


@lru_cache(maxsize=8)
def _range(code: str) -> re.Pattern[str]:
    return re.compile(f" ?(?:[–—~-]|{either(load(code).rows['ranges'])}) ?")


def _inherit(found: list[Quantity], text: str, code: str) -> list[Quantity]:
    """In 5–7% and 1–2 tỷ the first number has the unit and may have the magnitude of the second."""
    between = _range(code)
    for place in range(len(found) - 2, -1, -1):
        first, second = found[place], found[place + 1]
        plain = first.kind == second.kind == "number" and not first.unit
        if plain and between.fullmatch(text, first.end, second.start):
            times = _magnitude(second, code)
            others = (*first.others, first.number * times) if times != 1 and times == times.to_integral() else first.others
            found[place] = replace(first, unit=second.unit, others=others)
    return found


def _magnitude(quantity: Quantity, code: str) -> Decimal:
    digits = re.match(r"\D*(\d+(?:[.,]\d+)*)", quantity.written)
    numeral = decimals.read(digits[1], load(code).mark) if digits else None
    return quantity.number / numeral.value if numeral and numeral.value else Decimal(1)
