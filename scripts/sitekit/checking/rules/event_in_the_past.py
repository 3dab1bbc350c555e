"""What a page announces has not happened yet: neither an event of the calendar with its year, nor a “will” with a date."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from sitekit.checking import naming, reading_numbers
from sitekit.checking.corpus import Corpus
from sitekit.checking.lenient_yaml import Map
from sitekit.checking.rule import Finding, Rule
from sitekit.languages import REFERENCE

#: Words of the reference language that announce; between them and the date stands no mark of punctuation.
_AHEAD = re.compile(r"\b(?:sẽ|dự kiến|sắp(?! (?:xếp|đặt|hàng)))\b[^.,;:()–“”\n]{0,70}", re.IGNORECASE)
#: Words before it that make the announcement somebody else's, or one of another time.
_TOLD = re.compile(r"\b(?:công bố|kế hoạch|từng|theo tin|ban đầu|trước đây|khi đó|lúc đó|bấy giờ)\b[^.;\n]{0,40}$", re.IGNORECASE)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
#: Entries of a row that say until when it holds; in the calendar also the days themselves.
UNTIL = ("until", "ends")
DAYS = ("date", "from", "to", *UNTIL)


def _over(parts: tuple[int, ...], today: datetime.date) -> bool:
    """Whether a date (year, month, day; 0 where it does not say) has wholly gone by."""
    year, month, day = parts
    if not year:
        return False
    return (year, month or 12, day or 31) < (today.year, today.month, today.day)


def _announced(text: str, today: datetime.date) -> str:
    """The first announcement in `text` of something that has gone by; empty when there is none."""
    reading = reading_numbers.Reading(text, REFERENCE)
    for ahead in _AHEAD.finditer(reading.text):
        if _TOLD.search(reading.text, max(0, ahead.start() - 60), ahead.start()):
            continue
        for quantity in reading.firm:
            value = quantity.value
            if quantity.kind == "date" and isinstance(value, tuple) and ahead.start() < quantity.start <= ahead.end():
                if _over(value, today):
                    return reading.text[ahead.start():quantity.end]  # fmt: skip
                break
    return ""


def _last_day(row: Map, keys: tuple[str, ...]) -> str:
    """The latest ISO day among the entries `keys` of `row` and of its `rule`; empty when there is none."""
    rules = [row, *(part for part in (row.get("rule"),) if isinstance(part, Map))]
    days = [value for part in rules for key in keys if isinstance(value := part.get(key), str) and _ISO.fullmatch(value)]
    return max(days, default="")


def run(corpus: Corpus) -> Iterator[Finding]:
    """Findings in the data files (a row whose last day has gone by) and in Vietnamese pages other than news."""
    for file in corpus.data_files:
        for number, row in enumerate([*file.items, *file.rows.values()], 1):
            day = _last_day(row, DAYS if file.path == "data/events.yml" else UNTIL)
            if day and day < corpus.today.isoformat():
                words = {"key": str(row.get("key") or number), "day": day}
                yield Finding("event-in-the-past", file.path, row.line, words)
    for page in corpus.pages():
        if page.code != REFERENCE or page.header.get("kind") == "news":
            continue
        for block in page.texts:
            if re.search(r"\d{4}", block.text) and _AHEAD.search(block.text) and (said := _announced(block.plain, corpus.today)):
                words = {"text": naming.excerpt(said)}
                yield Finding("event-in-the-past", page.path, block.line, words, sentence="announcement-in-the-past")


RULE = Rule("event-in-the-past", "warning", run)
