"""Drawn cards, kept by what they were made from."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sitekit.pictures import storage

#: Builds whose cards are kept: going back to yesterday's title draws nothing.
GENERATIONS = 3
RECENT, DIGESTS = "recent.json", "digests.json"


@dataclass(frozen=True)
class Store:
    """The folder of drawn cards."""

    folder: Path

    def path(self, key: str) -> str:
        """Where the card of `key` lies, or will lie. There are thousands, and texts are put together faster than paths."""
        return f"{self.folder}{os.sep}{key}.jpg"

    def missing(self, keys: Iterable[str]) -> set[str]:
        """Those of `keys` that are to be drawn: not there, or not as they were when they were drawn."""
        known = self._digests()
        return {key for key in keys if key not in known or not self._same(key, known[key])}

    def note(self, keys: Iterable[str]) -> None:
        """Remember the cards of `keys`, just drawn, by their content."""
        known = {key: row for key, row in self._digests().items() if self._state(key)}
        new = {key: [self._digest(key), *self._state(key)] for key in keys}
        storage.write_if_changed(self.folder / DIGESTS, json.dumps(known | new, sort_keys=True).encode())

    def _same(self, key: str, row: list[Any]) -> bool:
        """Whether a card is as `row` remembers it; its bytes are read only where its size or its time has changed."""
        digest, *state = row
        return (bool(state) and self._state(key) == state) or self._digest(key) == digest

    def _state(self, key: str) -> list[int]:
        """Size in bytes and time of the last change in nanoseconds; nothing where there is no card."""
        try:
            found = os.stat(self.path(key))  # noqa: PTH116 (see `path`)
        except OSError:
            return []
        return [found.st_size, found.st_mtime_ns]

    def _digest(self, key: str) -> str:
        try:
            return hashlib.sha256(Path(self.path(key)).read_bytes()).hexdigest()
        except OSError:
            return ""

    def _digests(self) -> dict[str, list[Any]]:
        """Key → SHA-256 of its card, its size and the time of its last change."""
        try:
            known = json.loads((self.folder / DIGESTS).read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        # earlier versions remembered the digest alone
        return {key: row if isinstance(row, list) else [row] for key, row in known.items()} if isinstance(known, dict) else {}

    def _recent(self) -> list[list[str]]:
        try:
            known = json.loads((self.folder / RECENT).read_text("utf-8"))
            return [[str(key) for key in build] for build in known]
        except (OSError, ValueError, TypeError):
            return []

    def tidy(self, keys: Iterable[str]) -> None:
        """Note that this build used `keys`; remove what none of the last builds used, if no other build is at work."""
        now = sorted(set(keys))
        with storage.locked(self.folder / ".lock", wait=False) as alone:
            if not alone:
                return
            kept = [now, *(other for other in self._recent() if other != now)][:GENERATIONS]
            storage.write_if_changed(self.folder / RECENT, json.dumps(kept).encode())
            wanted = {f"{key}.jpg" for build in kept for key in build}
            for file in [*self.folder.glob("*.jpg"), *self.folder.glob(f".*{storage.PART}")]:
                if file.name not in wanted:
                    with contextlib.suppress(OSError):
                        file.unlink()
