"""From a form that fitted to the quantity it stands for."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from sitekit.checking.reading_numbers import amounts, words
from sitekit.checking.reading_numbers.lexicon import Lexicon
from sitekit.checking.reading_numbers.quantity import Quantity, Value

Hit = re.Match[str]
FULL_MOON = 15


def whole(text: str | None, lexicon: Lexicon) -> int:
    """A day, month or year written in digits, as a name or in words; 0 for none."""
    if not text:
        return 0
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits[0])
    named = lexicon.months.get(text) or lexicon.rows["names"].get(text)
    if named or (text.isascii() and text.isupper() and amounts.roman(text)):
        return int(named or amounts.roman(text))
    number = words.value(text, lexicon.code)
    return int(number) if number is not None and number < 10_000 and number == int(number) else 0


def _firm(hit: Hit, lexicon: Lexicon) -> bool:
    """Digits and the names of months are written on purpose; a number word may be worded away."""
    groups = hit.groupdict()
    return bool(re.search(r"\d", hit[0]) or groups.get("name"))


def date(hit: Hit, lexicon: Lexicon) -> Quantity | None:
    """A date, or part of one; None when the month is no month."""
    groups = hit.groupdict()
    month_text = groups.get("name") or groups.get("m")
    month = whole(month_text, lexicon)
    day = FULL_MOON if groups.get("full") else whole(groups.get("d"), lexicon)
    if groups.get("waning"):
        day += FULL_MOON
    if groups.get("full") and not month:
        month = 1  # the festival of the first full moon
    year = whole(groups.get("y"), lexicon)
    if groups.get("decade"):
        year = (whole(groups.get("c"), lexicon) - 1) * 100 + int(groups["decade"]) if groups.get("c") else 0
    if month > 12 or day > 31 or not (year or month or day) or (month_text and not month):
        return None
    lunar = groups.get("lunar") or groups.get("full") or groups.get("waning") or groups.get("waxing") \
        or month_text in lexicon.rows.get("lunar_names", ()) or "lunar" in hit[0]  # fmt: skip
    calendar = "lunar" if lunar else "solar" if groups.get("solar") or groups.get("name") else ""
    others: tuple[Value, ...] = ()
    if groups.get("y2"):
        return Quantity("date", (year, 0, 0), hit[0])
    if "/" in hit[0] and not year:
        others = (Decimal(day) / Decimal(month),)  # 2/3 may be two thirds
    return Quantity("date", (year, month, day), hit[0], calendar=calendar, others=others, firm=_firm(hit, lexicon))


def time(hit: Hit, lexicon: Lexicon) -> Quantity | None:
    """A time of day; a duration such as 7 giờ reads the same and is a number as well."""
    groups = hit.groupdict()
    hour = whole(groups.get("h"), lexicon)
    minute = 30 if groups.get("half") else whole(groups.get("min"), lexicon)
    if hour > 24 or minute > 59:
        return None
    shift = lexicon.rows["parts_of_day"].get(groups.get("am") or "", 0)
    late = hour + shift if hour < 12 else hour
    others = ((hour, minute),) if late != hour else ((hour + 12, minute),) if hour < 12 else ()
    return Quantity("time", (late, minute), hit[0], others=others, firm=_firm(hit, lexicon))


def century(hit: Hit, lexicon: Lexicon) -> Quantity | None:
    """Thế kỷ 18, 18th century, 18世纪."""
    number = whole(hit["c"], lexicon)
    return Quantity("century", Decimal(number), hit[0], firm=_firm(hit, lexicon) or hit["c"].isupper()) if number else None


def _same(kind: str) -> Callable[[Hit, Lexicon], Quantity | None]:
    def read(hit: Hit, lexicon: Lexicon) -> Quantity | None:
        return Quantity(kind, hit[kind], hit[0])

    return read


def phone(hit: Hit, lexicon: Lexicon) -> Quantity | None:
    """A telephone number without the prefix of the country or the leading zero."""
    digits = re.sub(r"\D", "", hit[0])
    if not 8 <= len(digits) <= 14:
        return None
    return Quantity("phone", re.sub(r"^(?:0084|84|0)(?=\d{8})", "", digits), hit[0])


READ = {"date": date, "time": time, "century": century, "number": amounts.number, "idiom": amounts.idiom,
        "percent": amounts.percent, "fraction": amounts.fraction, "half": amounts.half, "roman": amounts.roman_number,
        "document": _same("document"), "code": _same("code"), "phone": phone}  # fmt: skip
