"""Separators that the page's language does not use: 16,486.49 km² in Vietnamese, 16.486,49 km² in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sitekit.checking.reading_numbers import decimals
from sitekit.checking.reading_numbers.lexicon import load
from sitekit.checking.reading_numbers.quantity import Quantity
from sitekit.checking.reading_numbers.reader import Reading

_TOKEN = re.compile(decimals.NUMERAL)
_YEAR = re.compile(r"[12][.,]\d{3}")
#: A year is written without separators; this word before it, or behind it in Chinese, says that it is one.
YEAR_CUES = {"vi": "năm ", "lo": "ປີ ", "zh": "年"}


@dataclass(frozen=True)
class Slip:
    """A number whose separators are wrong: how it stands in the text and how the language writes it."""

    written: str
    right: str


def wrong_separators(reading: Reading) -> Iterator[Slip]:
    """The numbers of `reading` that its language writes with other separators."""
    mark = load(reading.code).mark
    for quantity in reading.firm:
        token = _TOKEN.search(quantity.written)
        if quantity.kind != "number" or not token:
            continue
        if _is_year(quantity, token[0], reading):
            yield Slip(token[0], re.sub(r"\D", "", token[0]))
            continue
        numeral = decimals.read(token[0], mark)
        measured = bool(quantity.unit) or len(quantity.written) > len(token[0])
        if numeral and (numeral.doubt == "wrong" or (numeral.doubt == "measured" and measured)):
            yield Slip(quantity.written, quantity.written.replace(token[0], decimals.rewritten(token[0])))


def _is_year(quantity: Quantity, token: str, reading: Reading) -> bool:
    cue = YEAR_CUES.get(reading.code)
    if not cue or quantity.unit or not _YEAR.fullmatch(token) or quantity.written != token:
        return False
    if reading.code == "zh":
        return reading.text.startswith(cue, quantity.end)
    return reading.text[: quantity.start].lower().endswith(cue)
