"""What data/sheets/ says: which files make up a sheet, and what scripts add to pages that no built page shows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from sitekit import datafiles

ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Added:
    """Names that a script or a browser may put on any element after the page was built."""

    classes: frozenset[str]
    attributes: frozenset[str]
    tags: frozenset[str]


@lru_cache(maxsize=1)
def sheets() -> dict[str, list[str]]:
    """Sheet → the files that it is joined from, below the built site (a star stands for a digest), in their order."""
    return {name: list(files) for name, files in datafiles.load(ROOT, "data/sheets/sheets.yml").items()}


@lru_cache(maxsize=1)
def added() -> Added:
    """The safe-list: everything in data/sheets/added.yml, whoever adds it."""
    rows: list[dict[str, Any]] = datafiles.load(ROOT, "data/sheets/added.yml")
    names = {key: frozenset(str(name) for row in rows for name in row.get(key, ())) for key in ("classes", "attributes", "tags")}
    return Added(names["classes"], names["attributes"], names["tags"])
