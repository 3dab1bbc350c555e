"""A release: all files of a built site as they go out, and the list that says so (`release.json`)."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sitekit.publishing import compressing

LIST = "release.json"

Manifest = dict[str, Any]


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def listed(folder: Path, commit: str) -> Manifest:
    """`{"commit": …, "files": [{"path", "size", "sha256"}, …]}` of every file of `folder` but the list itself, by path."""
    files = sorted((file.relative_to(folder).as_posix(), file) for file in folder.rglob("*") if file.is_file())
    rows = [{"path": path, "size": file.stat().st_size, "sha256": _digest(file)} for path, file in files if path != LIST]
    return {"commit": commit, "files": rows}


def write(folder: Path, manifest: Manifest) -> None:
    """Put the list into `folder`: the last file of a release, so one without it is not whole."""
    (folder / LIST).write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", "utf-8")


def read(folder: Path) -> Manifest | None:
    """The list in `folder`; None when there is none that can be read."""
    try:
        found: Manifest = json.loads((folder / LIST).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return found


def name_part(manifest: Manifest) -> str:
    """Eight digits that tell releases of different content or commit apart."""
    return hashlib.sha256(json.dumps(manifest, sort_keys=True).encode()).hexdigest()[:8]


def stage(site: Path, target: Path, commit: str, compressed: Iterable[str], cache: Path) -> Manifest:
    """Put the site built in `site` into the new folder `target`, as it goes out; links inside `site` are refused."""
    for folder, _, names in os.walk(site):
        here = Path(folder)
        there = target / here.relative_to(site)
        there.mkdir(parents=True)
        for name in sorted(names):
            if (here / name).is_symlink():
                raise ValueError(here / name)
            place(here / name, there / name)
    compressing.compress(target, compressed, cache)
    manifest = listed(target, commit)
    write(target, manifest)
    return manifest


def place(source: Path, target: Path) -> None:
    """The file `source` at `target` too: the same file where the disk allows it, else a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def verify(folder: Path) -> list[str]:
    """Paths in the release in `folder` that are not what its list says: changed, missing, or not in it."""
    manifest = read(folder)
    if manifest is None:
        return [LIST]
    said = {row["path"]: row for row in manifest["files"]}
    there = {row["path"]: row for row in listed(folder, manifest["commit"])["files"]}
    return sorted(path for path in said.keys() | there.keys() if said.get(path) != there.get(path))
