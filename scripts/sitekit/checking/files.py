"""Listing files below a folder: sorted, without hidden ones, never through links that lead elsewhere."""

from __future__ import annotations

import os
from pathlib import Path


def listing(root: Path, folder: str) -> tuple[str, ...]:
    """Paths of the files below `root/folder`, relative to `root`, with `/`; empty when there is no such folder."""
    found = []
    for here, folders, names in os.walk(root / folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        start = Path(here).relative_to(root).as_posix()
        found += [f"{start}/{name}" for name in names if not name.startswith(".")]
    return tuple(sorted(found))
