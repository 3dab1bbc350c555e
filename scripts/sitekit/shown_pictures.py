"""Which pictures of the manifest stand in a piece of HTML."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from sitekit.picture_html import FOLDER
from sitekit.pictures import manifest

FILE = re.compile(re.escape(FOLDER) + r"([a-z0-9.-]+)")


def keys(html: str, images: dict[str, Any]) -> list[str]:
    """The names of the pictures shown or linked in `html`, in order of appearance, each once."""
    of = _owners(tuple((key, row["file"]) for key, image in images.items() for row in manifest.rows(image)))
    return list(dict.fromkeys(of[file] for file in FILE.findall(html) if file in of))


@lru_cache(maxsize=4)
def _owners(pairs: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Picture by file name of a rendition."""
    return {file: key for key, file in pairs}
