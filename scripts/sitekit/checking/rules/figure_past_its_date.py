"""A figure that pages print is not older than it may be: what it says itself (`good_for`), else what its unit allows."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from sitekit.checking import citing, lenient_yaml, naming
from sitekit.checking.corpus import Corpus
from sitekit.checking.lenient_yaml import Map
from sitekit.checking.rule import Finding, Rule

AGES = Path(__file__).resolve().parents[4] / "data/check/ages.yml"
FIGURES = "data/figures.yml"
_AGE = re.compile(r"(\d{1,3}) (day|month|year)s?")
_DATED = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_UNITS = {"day": "ngày", "month": "tháng", "year": "năm"}
_DAYS = {"day": 1, "month": 30.44, "year": 365.25}


@lru_cache(maxsize=1)
def _ages() -> Map:
    value = lenient_yaml.read(AGES.read_text("utf-8")).value
    return value if isinstance(value, Map) else Map()


def days(text: object) -> int | None:
    """An age such as `18 months` in days; None for `always` and for what is no age."""
    found = _AGE.fullmatch(text) if isinstance(text, str) else None
    return round(int(found[1]) * _DAYS[found[2]]) if found else None


def _end(as_of: object) -> datetime.date | None:
    """The last day of the day, month or year that a figure belongs to."""
    found = _DATED.fullmatch(as_of) if isinstance(as_of, str) else None
    if not found:
        return None
    year, month, day = int(found[1]), int(found[2] or 12), int(found[3] or 0)
    if month > 12:
        return None
    try:
        if day:
            return datetime.date(year, month, day)
        return datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)
    except (ValueError, OverflowError):
        return None


def _said(age: str) -> naming.Word:
    number, _, unit = age.partition(" ")
    return naming.either(f"{number} {_UNITS.get(unit.rstrip('s'), unit)}", age)


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding in `data/figures.yml` for each figure that some page prints and that is too old."""
    if not corpus.wanted(FIGURES):
        return
    printed: set[str] | None = None
    for key, row in corpus.figures.items():
        end, year = _end(row.get("as_of")), str(row.get("as_of") or "")[:4]
        stated = row.get("good_for")
        # a figure named after its year is a record of that year and stays true
        allowed = stated if stated is not None else None if year and year in key else _ages().get(str(row.get("unit") or ""), "always")
        limit = days(allowed)
        if not end or limit is None or (corpus.today - end).days <= limit:
            continue
        if printed is None:
            printed = {cited for _, _, cited in citing.figures(corpus)}
        if key in printed:
            words = {"key": key, "as_of": row["as_of"], "allowed": _said(str(allowed))}
            yield Finding("figure-past-its-date", FIGURES, row.lines.get("as_of", row.line), words)


RULE = Rule("figure-past-its-date", "warning", run)
