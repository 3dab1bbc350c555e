"""Numbers written as words: mười hai, twenty-one, ສາມສິບ, 二〇二五. They fill a gap on one side, they demand nothing."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sitekit.checking.reading_numbers.lexicon import either, load

#: Scripts that put no space between the words of a number.
UNSPACED = ("lo", "zh")
BIG = 1000
TEN = 10
LONGEST = 12


@lru_cache(maxsize=8)
def pattern(code: str) -> str:
    """A regular expression for a run of number words of language `code`."""
    words = either(load(code).rows["words"])
    if code in UNSPACED:
        joint = " ?" if code == "lo" else ""
        return f"{words}(?:{joint}{words}){{0,{LONGEST}}}"
    return f"(?<!\\w)(?i:{words}(?:[ -]{words}){{0,{LONGEST}}})(?!\\w)"


@lru_cache(maxsize=8)
def _table(code: str) -> tuple[re.Pattern[str], dict[str, Any]]:
    words = load(code).rows["words"]
    # (?i: …) and the two looks around a word are for finding it, not part of it
    return re.compile(either(words), re.IGNORECASE), {re.sub(r"\(\?[^)]*\)", "", str(word)): row for word, row in words.items()}


def value(text: str, code: str) -> Decimal | None:
    """The number that all words of `text` make, or None when they make none."""
    found = leading(text, code)
    return found[0] if found and found[1] == len(text) else None


def leading(text: str, code: str) -> tuple[Decimal, int] | None:
    """The number that `text` begins with and how many characters it takes; None for joints alone (`and`)."""
    find, table = _table(code)
    hits = [(table[match[0].lower()], match.end()) for match in find.finditer(text) if match[0].lower() in table]
    numbers = [row for row, _ in hits if isinstance(row, int)]
    if code == "zh" and len(numbers) == len(hits) > 1 and max(numbers) < TEN:
        return Decimal("".join(map(str, numbers))), len(text)  # 二〇二五: digit by digit
    return _sum(hits)


def _sum(hits: list[tuple[Any, int]]) -> tuple[Decimal, int] | None:
    total = section = current = Decimal(0)
    last, end, said = Decimal(1), 0, False
    for row, stop in hits:
        if isinstance(row, int):
            if current and (row >= TEN or current % TEN):
                break  # “first nine”, “hai ba”: the next number begins
            current += row
        elif "times" in row:
            last = Decimal(row["times"])
            if last < BIG:
                section, current = section + (current or Decimal(1)) * last, Decimal(0)
            else:
                total = _gather(total, section + current, last, said)
                section = current = Decimal(0)
        elif row.get("half"):
            if not said:
                break
            section += last / 2
        else:
            continue  # a joint, or an article before “hundred”
        said, end = True, stop
    return (total + section + current, end) if said else None


def _gather(total: Decimal, section: Decimal, times: Decimal, said: bool) -> Decimal:
    """Close a section with its magnitude; a magnitude right behind another multiplies: nghìn tỷ, 万亿."""
    if section:
        return total + section * times
    return total * times if said and total else times
