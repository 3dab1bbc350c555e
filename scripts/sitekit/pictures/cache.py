"""Finished work, kept by what it was made from.

An entry is a folder named by its key (the master's bytes, every setting that changes the output, the versions
of the encoders). It is made under another name and moved into place whole, so a killed run leaves nothing half.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.metadata
import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from PIL import __version__ as pillow_version
from PIL import features

from sitekit.pictures import drawing, storage
from sitekit.pictures.settings import CROPS, SCHEMA, SHARE, WIDTHS, Encoders

KEY = re.compile("[0-9a-f]{32}")
NEW = "new-"
#: Runs whose entries are kept: going back to yesterday's picture, or from `--best` and back, is no work.
GENERATIONS = 3


@lru_cache(maxsize=1)
def versions() -> list[str]:
    """The programs whose versions change bytes."""
    codecs = (str(features.version(name)) for name in ("jpg", "webp", "avif", "littlecms2"))
    return [pillow_version, importlib.metadata.version("resvg-py"), *codecs]


def digest_of(path: Path) -> str:
    """SHA-256 of the file at `path`."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def key(digest: str, stem: str, matters: Any, encoders: Encoders) -> str:
    """The key of an entry made from a master with `digest` under the name `stem` and `matters` of its record."""
    settings = [SCHEMA, versions(), asdict(encoders), WIDTHS, CROPS, SHARE, digest, stem, matters]
    return hashlib.sha256(json.dumps(settings, sort_keys=True).encode()).hexdigest()[:32]


@dataclass(frozen=True)
class Cache:
    """The folder of entries."""

    folder: Path

    def read(self, name: str) -> dict[str, Any] | None:
        """The entry of key `name`, None when it is not there or not whole."""
        try:
            entry: dict[str, Any] = json.loads((self.folder / name / "entry.json").read_text("utf-8"))
        except (OSError, ValueError):
            return None
        return entry

    @contextlib.contextmanager
    def making(self, name: str) -> Iterator[Path]:
        """A new folder that becomes entry `name` when the block ends well, and vanishes when it does not."""
        folder = Path(tempfile.mkdtemp(dir=self.folder, prefix=NEW))
        try:
            yield folder
            folder.chmod(0o755)  # mkdtemp's are private, but a build may run as somebody else
            # moved first, looked at afterwards: between a look and a move another run could put a whole one there
            if not self._moved(folder, name) and self.read(name) is None:
                self.drop(name)
                self._moved(folder, name)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _moved(self, folder: Path, name: str) -> bool:
        """Whether `folder` is now entry `name`; not when another run was first, whose bytes are the same, or one is damaged."""
        try:
            folder.rename(self.folder / name)
        except OSError:
            return False
        return True

    def drop(self, name: str) -> None:
        """Forget entry `name`, which is damaged: out of the way first, so that nobody sees it half gone."""
        away = Path(tempfile.mkdtemp(dir=self.folder, prefix=NEW))
        with contextlib.suppress(OSError):
            (self.folder / name).rename(away / name)
        shutil.rmtree(away, ignore_errors=True)

    def drawn(self, data: bytes, width: int) -> bytes:
        """Clean drawing `data` as PNG `width` pixels wide, drawn once."""
        name = self.drawing_name(data, width)
        path = self.folder / "masters" / name
        with contextlib.suppress(OSError):
            return path.read_bytes()
        png = drawing.draw(data, width)
        path.parent.mkdir(exist_ok=True)
        storage.write(path, png)
        return png

    @staticmethod
    def drawing_name(data: bytes, width: int) -> str:
        """Name of the file that holds drawing `data` at `width`."""
        return hashlib.sha256(f"{width} {versions()[1]} ".encode() + data).hexdigest()[:32] + ".png"

    def recent(self) -> list[dict[str, str]]:
        """Which keys the last few runs used (name → key), the latest first."""
        try:
            known: list[dict[str, str]] = json.loads((self.folder / "recent.json").read_text("utf-8"))
        except (OSError, ValueError):
            return []
        return known

    def remember(self, generation: dict[str, str]) -> None:
        """Note which keys this run used (name → key)."""
        with storage.locked(self.folder / ".recent.lock"):
            others = [other for other in self.recent() if other != generation]
            text = json.dumps([generation, *others][:GENERATIONS], sort_keys=True, ensure_ascii=False)
            storage.write_if_changed(self.folder / "recent.json", text.encode())

    def prune(self) -> list[dict[str, Any]]:
        """Remove what no recent run used and what killed runs left; the entries that stay.

        The caller sees to it that no other run is at work.
        """
        keys = {name for generation in self.recent() for name in generation.values()}
        entries = [entry for name in sorted(keys) if (entry := self.read(name))]
        drawings = {entry.get("drawing") for entry in entries}
        for path in self.folder.iterdir():
            if (path.name.startswith(NEW) or KEY.fullmatch(path.name)) and path.name not in keys:
                shutil.rmtree(path, ignore_errors=True)
            elif path.suffix == storage.PART:
                path.unlink(missing_ok=True)
        for path in (self.folder / "masters").glob("*"):
            if path.name not in drawings:
                path.unlink(missing_ok=True)
        return entries
