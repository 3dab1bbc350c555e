"""Results kept between builds in `.cache/build`: files that are right or not there.

Each holds a digest of its content, so that a damaged one is made again; they are written at once, so that two builds may
share the folder. SITE_CACHE=off in the environment keeps and reads nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from pathlib import Path
from typing import Any

from sitekit.pictures import storage

FOLDER = ".cache/build"
VARIABLE = "SITE_CACHE"
OFF = "off"


def used() -> bool:
    """Whether results are kept at all."""
    return os.environ.get(VARIABLE) != OFF


def read_bytes(root: Path, name: str) -> bytes | None:
    """What was kept as `name` (a path below the folder); None when it is not there, damaged, or nothing is to be kept."""
    if not used():
        return None
    try:
        digest, _, data = (root / FOLDER / name).read_bytes().partition(b"\n")
    except OSError:
        return None
    return data if hashlib.sha256(data).hexdigest().encode() == digest else None


def write_bytes(root: Path, name: str, data: bytes) -> None:
    """Keep `data`. A place that cannot be written keeps nothing."""
    if not used():
        return
    file = root / FOLDER / name
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        storage.write(file, hashlib.sha256(data).hexdigest().encode() + b"\n" + data)


def read(root: Path, name: str) -> Any:
    """The same for what is made of what JSON has."""
    data = read_bytes(root, f"{name}.json")
    return None if data is None else json.loads(data)


def write(root: Path, name: str, value: Any) -> None:
    """The same for what is made of what JSON has."""
    if used():
        write_bytes(root, f"{name}.json", json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def prune(root: Path, folder: str, names: set[str]) -> None:
    """Remove the files in `folder` that are none of `names` (paths below it), left behind by languages that are gone."""
    if not used():
        return
    place = root / FOLDER / folder
    for file in place.rglob("*"):
        if file.is_file() and file.relative_to(place).as_posix() not in names:
            with contextlib.suppress(OSError):
                file.unlink()
