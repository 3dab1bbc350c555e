"""The index of search as the browser reads it, for tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def indexed(site: Path, code: str) -> list[list[Any]]:
    """The pages of the index of language `code`, each as scripts/sitekit/search/index.py writes it."""
    root = json.loads((site / f"search/{code}.json").read_text("utf-8"))
    folder = site / "search" / root["parts"]
    return [json.loads((folder / f"p{number}.json").read_text("utf-8")) for number in range(root["pages"])]
