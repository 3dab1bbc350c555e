"""Drawn cards, kept by what they were made from."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sitekit.pictures import storage

#: Builds whose cards are kept: going back to yesterday's title draws nothing.
GENERATIONS = 3
RECENT = "recent.json"


@dataclass(frozen=True)
class Store:
    """The folder of drawn cards."""

    folder: Path

    def path(self, key: str) -> Path:
        """Where the card of `key` lies, or will lie."""
        return self.folder / f"{key}.jpg"

    def missing(self, keys: Iterable[str]) -> set[str]:
        """Those of `keys` that are to be drawn."""
        return {key for key in keys if not self.path(key).is_file()}

    def _recent(self) -> list[list[str]]:
        try:
            known: list[list[str]] = json.loads((self.folder / RECENT).read_text("utf-8"))
        except (OSError, ValueError):
            return []
        return known

    def tidy(self, keys: Iterable[str]) -> None:
        """Note that this build used `keys`; remove what none of the last builds used, if no other build is at work."""
        now = sorted(set(keys))
        with storage.locked(self.folder / ".lock", wait=False) as alone:
            if not alone:
                return
            kept = [now, *(other for other in self._recent() if other != now)][:GENERATIONS]
            storage.write_if_changed(self.folder / RECENT, json.dumps(kept).encode())
            wanted = {self.path(key).name for build in kept for key in build}
            for file in [*self.folder.glob("*.jpg"), *self.folder.glob(f".*{storage.PART}")]:
                if file.name not in wanted:
                    with contextlib.suppress(OSError):
                        file.unlink()
