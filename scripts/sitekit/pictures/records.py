"""The record beside a picture: what it shows, who made it, under which licence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sitekit import datafiles


def read(master: Path) -> dict[str, Any]:
    """The record of `master` (its name with `.yml`), or an empty one; ContentError when it does not parse."""
    record = master.with_suffix(".yml")
    if not record.exists():
        return {}
    loaded = datafiles.parse(record.read_text("utf-8"), record.name)
    return loaded if isinstance(loaded, dict) else {}


def rights(record: dict[str, Any]) -> dict[str, str]:
    """The part of a record that is written into every rendition."""
    return {key: str(record[key]) for key in ("creator", "credit", "licence") if record.get(key)}
