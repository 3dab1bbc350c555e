"""Limits and titles of audits, from data/reports/audit.yml."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from sitekit import datafiles

ROOT = Path(__file__).resolve().parents[3]


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    """The content of data/reports/audit.yml."""
    return dict(datafiles.load(ROOT, "data/reports/audit.yml"))


def length(what: str, tag: str) -> tuple[int, int]:
    """Fewest and most characters of a `title` or `description` in the language `tag`."""
    row = table()["lengths"][what]
    least, most = row.get(tag) or row["other"]
    return int(least), int(most)
