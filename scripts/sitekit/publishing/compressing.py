"""Brotli and gzip files beside what shrinks.

A step of publishing, not of the build: GitHub Pages and its like compress by themselves and would not look at them, and
Brotli at its best takes as long as the build.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

import brotli

from sitekit.pictures import storage

#: Ending → how; the same bytes for the same input, whenever and wherever.
WAYS: dict[str, Callable[[bytes], bytes]] = {
    ".br": lambda data: bytes(brotli.compress(data, quality=11)),
    ".gz": lambda data: gzip.compress(data, 9, mtime=0),
}
VERSION = f"{brotli.__version__} 1"
#: Smaller files are not worth a second look of the server.
LEAST = 256


def compress(folder: Path, endings: Iterable[str], cache: Path) -> int:
    """Put the compressed forms beside each file of `folder` with one of `endings`, if smaller; how many were not in `cache`."""
    wanted, made, used = {f".{ending}" for ending in endings}, 0, set()
    cache.mkdir(parents=True, exist_ok=True)
    for file in sorted(folder.rglob("*")):
        if file.suffix not in wanted or not file.is_file():
            continue
        data = file.read_bytes()
        if len(data) < LEAST:
            continue
        for ending, way in WAYS.items():
            kept = cache / (hashlib.sha256(VERSION.encode() + data).hexdigest() + ending)
            used.add(kept.name)
            small = _read(kept)
            if small is None:
                small, made = way(data), made + 1
                # the digest of its content stands before it: a damaged file of the cache is not believed
                storage.write(kept, hashlib.sha256(small).digest() + small)
            if len(small) < len(data):
                file.with_name(file.name + ending).write_bytes(small)
    for file in cache.iterdir():
        if file.name not in used:
            with contextlib.suppress(OSError):
                file.unlink()
    return made


def _read(kept: Path) -> bytes | None:
    """The compressed bytes in a file of the cache; None when it is not there or damaged."""
    try:
        data = kept.read_bytes()
    except OSError:
        return None
    return data[32:] if hashlib.sha256(data[32:]).digest() == data[:32] else None
