"""Digits with separators, by the habits of a language: 1.234,5 in Vietnamese and Lao, 1,234.5 in English and Chinese."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

NUMERAL = r"\d+(?:[.,]\d+)*"
SWAP = str.maketrans(".,", ",.")
#: Longer runs of digits are serial numbers, and Decimal would keep every one of them.
MOST_DIGITS = 40


@dataclass(frozen=True)
class Numeral:
    """value: the number. others: what it would be in other habits. grouped: thousands are separated.

    doubt: "" when the language writes it so; `wrong` when it never does (16,486.49 in Vietnamese); `measured` when it
    is wrong if a measure or a magnitude follows (3.5 km in Vietnamese, but 4.0 alone may name a version).
    """

    value: Decimal
    others: tuple[Decimal, ...] = ()
    grouped: bool = False
    doubt: str = ""


@lru_cache(maxsize=4)
def _shapes(mark: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    group, point = re.escape(mark.translate(SWAP)), re.escape(mark)
    return re.compile(rf"[1-9]\d{{0,2}}(?:{group}\d{{3}})+(?:{point}\d+)?"), re.compile(rf"\d+{point}\d+")


def _decimal(token: str, mark: str) -> Decimal:
    return Decimal(token.replace(mark.translate(SWAP), "").replace(mark, "."))


def read(token: str, mark: str) -> Numeral | None:
    """The numeral `token` where `mark` is the decimal separator; None when no habit explains it (1.2.3)."""
    if len(token) > MOST_DIGITS:
        return None
    other = mark.translate(SWAP)
    (grouped, plain), (grouped_there, plain_there) = _shapes(mark), _shapes(other)
    if token.isdigit():
        return Numeral(Decimal(token))
    if grouped.fullmatch(token):
        return Numeral(_decimal(token, mark), grouped=True)
    if plain.fullmatch(token):
        # 10,000 with nothing but zeros behind the mark is a thousand in the other habit, never a measurement
        suspect = bool(grouped_there.fullmatch(token)) and token.endswith("000")
        others = (_decimal(token, other),) if suspect else ()
        return Numeral(_decimal(token, mark), others, doubt="wrong" if suspect else "")
    if grouped_there.fullmatch(token):
        return Numeral(_decimal(token, other), grouped=True, doubt="wrong")
    return Numeral(_decimal(token, other), doubt="measured") if plain_there.fullmatch(token) else None


def rewritten(token: str) -> str:
    """`token` with the two separators exchanged: what the other habit writes."""
    return token.translate(SWAP)
