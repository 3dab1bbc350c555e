"""Renditions on their way into the site: none goes out whose bytes are not those that its name promises."""

from __future__ import annotations

import hashlib
from pathlib import Path

from sitekit.pictures import storage
from sitekit.problems import ContentError, Problem


def _promised(name: str) -> str:
    """The digits of the digest in a rendition's name, `cua-lo-400.8a2bcb67f9.avif`."""
    return name.split(".")[-2]


def copy(source: Path, target: Path) -> None:
    """Copy rendition `source` to `target`; a damaged one is first brought back from the store beside its folder.

    ContentError when the store has no good one either: the picture step makes it anew in the next build.
    """
    storage.place(source, target)
    if _sound(target.read_bytes(), source.name):
        return
    target.unlink()  # it may be the damaged file itself by another name
    for other in sorted((source.parent.parent / "store").glob(f"*/{source.name}")):
        data = other.read_bytes()
        if _sound(data, source.name):
            storage.write(source, data)
            target.write_bytes(data)
            return
        other.unlink()
    source.unlink(missing_ok=True)
    raise ContentError([Problem("picture-damaged", source.name)])


def _sound(data: bytes, name: str) -> bool:
    return hashlib.sha256(data).hexdigest()[: len(_promised(name))] == _promised(name)
