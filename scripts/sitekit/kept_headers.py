"""Headers of pages as an earlier build read them: reading YAML takes many times as long as reading what it held."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from sitekit import datafiles, kept, programs_digest

FILE = "yaml/headers"


class KeptHeaders:
    """Those of the project at `root`; each is the same as long as its text and our programs are."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._programs = programs_digest.code() if kept.used() else ""
        found = kept.read(root, FILE) or {}
        self._known: dict[str, Any] = found["headers"] if found.get("programs") == self._programs else {}
        self._now: dict[str, Any] = {}

    def parse(self, text: str, path: str, first_line: int = 1) -> Any:
        """As `datafiles.parse`."""
        key = hashlib.sha256(text.encode()).hexdigest()
        if key in self._known:
            self._now[key] = self._known[key]
        if key in self._now:
            return self._now[key]
        value = datafiles.parse(text, path, first_line)
        if datafiles.same_in_json(value):
            self._now[key] = value
        return value

    def write(self) -> None:
        """Write down those that were asked for."""
        if self._now.keys() != self._known.keys():
            kept.write(self.root, FILE, {"programs": self._programs, "headers": self._now})
            self._known = dict(self._now)


@lru_cache(maxsize=4)
def of(root: Path) -> KeptHeaders:
    """The headers of the project at `root`; a preview that goes on asks the same ones again."""
    return KeptHeaders(root)
