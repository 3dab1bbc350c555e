"""A short text that changes when the programs do that results are made with."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[1]


def of(*parts: object) -> str:
    """A digest of `parts`, whose representations say all that matters of them."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]


def tree(files: Iterable[Path], root: Path) -> str:
    """A digest of `files`, of their names below `root` too."""
    digest = hashlib.sha256()
    for file in sorted(files):
        data = file.read_bytes()
        digest.update(f"{file.relative_to(root).as_posix()}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


@lru_cache(maxsize=1)
def code() -> str:
    """Our own programs, Python, and every package that is installed."""
    # the names of their folders say name and version; asking each package for both takes a hundred times as long
    packages = sorted({each.name for place in map(Path, sys.path) if place.is_dir() for each in place.iterdir()
                       if each.suffix in {".dist-info", ".egg-info"}})  # fmt: skip
    own = (file for file in SCRIPTS.rglob("*") if file.is_file() and file.suffix != ".pyc")
    return of(tree(own, SCRIPTS), sys.version, packages)
