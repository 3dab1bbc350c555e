"""The budgets of a first visit and their exceptions, from data/reports/weights.yml."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from sitekit import datafiles
from sitekit.weights.visit import Visit

ROOT = Path(__file__).resolve().parents[3]
KB = 1024


@dataclass(frozen=True)
class Excess:
    """A visit's `measure` (total, html, css, script: bytes; requests: their number) over `most`; or an exception it does not need."""

    measure: str
    real: int
    most: int


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    """The content of data/reports/weights.yml."""
    return dict(datafiles.load(ROOT, "data/reports/weights.yml"))


def measures(visit: Visit) -> dict[str, int]:
    """What is limited."""
    return {"total": visit.total, "html": visit.weights["html"], "css": visit.weights["css"], "script": visit.script,
            "requests": visit.requests}  # fmt: skip


def most(measure: str, lang: str, own: dict[str, Any]) -> int:
    """The limit of `measure` for a page in `lang` whose own limits are `own`: bytes, or a number of requests."""
    row, other = own.get(measure, {}), table()["limits"][measure]
    limit = row.get(lang) or row.get("other") or other.get(lang) or other["other"]
    return int(limit if measure == "requests" else limit * KB)


#: An exception is not needed when pages stay below this part of what holds for all: not by chance of some bytes.
CLEARLY = 0.98


def exception(name: str) -> dict[str, Any]:
    """The row of the exceptions for page `name` (`media/names`); empty for none."""
    return next((row for row in table()["exceptions"] if name in row["pages"]), {})


def exceeded(visit: Visit, name: str) -> Iterator[Excess]:
    """Everything in which a visit of page `name` goes over its limits."""
    own = exception(name)
    for measure, real in measures(visit).items():
        limit = most(measure, visit.lang, own)
        # as finely as it is told: digests of files differ from build to build, and a handful of bytes is nobody's wait
        if real > limit and (measure == "requests" or round(real / KB, 1) > round(limit / KB, 1)):
            yield Excess(measure, real, limit)


def needless(visits: dict[str, list[Visit]]) -> Iterator[tuple[str, str]]:
    """(page, measure) of each exception that the visits of that page (one per language) do not need. A page that is gone needs none."""
    for row in table()["exceptions"]:
        for name in row["pages"]:
            for measure in set(row) & set(table()["limits"]):
                if all(measures(visit)[measure] <= most(measure, visit.lang, {}) * CLEARLY for visit in visits.get(name, [])):
                    yield name, measure
