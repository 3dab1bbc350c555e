"""Which pictures of the manifest stand in a piece of HTML."""

from __future__ import annotations

import re
from typing import Any

from sitekit.picture_html import FOLDER
from sitekit.pictures import manifest

FILE = re.compile(re.escape(FOLDER) + r"([a-z0-9.-]+)")


def keys(html: str, images: dict[str, Any]) -> list[str]:
    """The names of the pictures shown or linked in `html`, in order of appearance, each once."""
    found = FILE.findall(html)
    if not found:
        return []
    of = _owners(images)
    return list(dict.fromkeys(of[file] for file in found if file in of))


#: The manifest asked for last, and its answer: it is the same for every page of a build.
_last: list[tuple[dict[str, Any], dict[str, str]]] = []


def _owners(images: dict[str, Any]) -> dict[str, str]:
    """Picture by file name of a rendition."""
    if not _last or _last[0][0] is not images:
        _last[:] = [(images, {row["file"]: key for key, image in images.items() for row in manifest.rows(image)})]
    return _last[0][1]
