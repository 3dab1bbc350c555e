"""The list of all pictures and their renditions, as the build reads it: no clock, no place on a disk."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sitekit.pictures import storage
from sitekit.pictures.settings import ENDINGS

#: What a rendition's name looks like; nothing else is ever removed from the output folder.
RENDITION = re.compile(rf"[a-z0-9-]+-\d+\.[0-9a-f]{{10}}\.({'|'.join(ENDINGS.values())})")


def rows(image: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every rendition of manifest entry `image`, those of its crops included."""
    yield from image["renditions"]
    for cut in image["crops"].values():
        yield from cut


def text(images: dict[str, Any]) -> bytes:
    """The manifest of `images` as JSON, the same bytes for the same pictures."""
    whole = {"images": images}
    return (json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True, default=str) + "\n").encode()


def read(path: Path) -> dict[str, Any]:
    """The images of the manifest at `path`; none when there is no manifest that can be read."""
    try:
        images: dict[str, Any] = json.loads(path.read_text("utf-8"))["images"]
        for image in images.values():
            list(rows(image))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    return images


def present(row: dict[str, Any], folder: Path) -> bool:
    """Whether rendition `row` lies in `folder` with its size."""
    try:
        return (folder / str(row["file"])).stat().st_size == int(row["bytes"])
    except OSError:
        return False


def content(row: dict[str, Any], folder: Path) -> bytes | None:
    """The bytes of rendition `row` in `folder`; None when they are not there or not what its name promises."""
    try:
        data = (folder / str(row["file"])).read_bytes()
    except OSError:
        return None
    return data if hashlib.sha256(data).hexdigest()[:10] == str(row["file"]).split(".")[-2] else None


def sound(row: dict[str, Any], folder: Path) -> bool:
    """Whether rendition `row` in `folder` has the content that its name promises."""
    return content(row, folder) is not None


def prune(output: Path, images: dict[str, Any], entries: list[dict[str, Any]]) -> None:
    """Remove from `output` the renditions that neither `images` nor kept `entries` name.

    Files of the last few runs stay: a build that began before this run still copies them.
    """
    named = {row["file"] for image in (*images.values(), *entries) for row in rows(image)}
    for path in output.iterdir():
        left_over = path.name.startswith(".") and path.suffix == storage.PART
        if left_over or (RENDITION.fullmatch(path.name) and path.name not in named):
            path.unlink(missing_ok=True)
