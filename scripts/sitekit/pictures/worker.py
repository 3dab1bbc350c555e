"""One picture brought up to date: from its master and record to published files."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
from collections.abc import Collection, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from sitekit.pictures import cache, faults, manifest, master, metadata, records, storage
from sitekit.pictures.faults import PictureError
from sitekit.pictures.renditions import Maker
from sitekit.pictures.settings import MOST_BYTES, Encoders
from sitekit.pictures.sources import Source, slug
from sitekit.problems import ContentError, Problem


@dataclass
class Outcome:
    """What became of one picture: its manifest entry (None when it is bad) and what to say of it."""

    name: str
    image: dict[str, Any] | None = None
    key: str = ""
    made: bool = False
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)


@dataclass(frozen=True)
class Worker:
    """Brings pictures up to date. With `checking` it only looks, and writes nothing."""

    store: cache.Cache
    output: Path
    encoders: Encoders
    pool: Executor
    checking: bool = False
    places: Collection[str] | None = None

    def bring(self, source: Source) -> Outcome:
        """Bring `source` up to date. What is wrong with it is in the outcome; OSError when writing fails."""
        outcome = Outcome(source.name)
        try:
            record = records.read(source.path)
            entry = self._entry(source, record or {}, outcome)
        except PictureError as error:
            outcome.problems.append(error.problem(source.name))
            return outcome
        except ContentError as error:
            outcome.problems += error.problems
            return outcome
        if entry is None:
            return outcome
        self._say(outcome, record, entry)
        outcome.image = {key: value for key, value in entry.items() if key not in {"notes", "drawing", "said"}}
        outcome.image["record"] = record or {}
        return outcome

    def _entry(self, source: Source, record: dict[str, Any], outcome: Outcome) -> dict[str, Any] | None:
        """The entry of `source`, made if need be, its files in the output folder."""
        stem, matters = slug(PurePosixPath(source.name)), _matters(record)
        with _readable():
            if source.path.stat().st_size > MOST_BYTES:
                raise PictureError("picture-too-large")
            outcome.key = cache.key(cache.digest_of(source.path), stem, matters, self.encoders)
        entry = self.store.read(outcome.key)
        if entry is not None and self._publish(entry, self.store.folder / outcome.key):
            return entry
        outcome.made = True
        if self.checking:
            return None
        if entry is not None:
            self.store.drop(outcome.key)
        with _readable():
            data = source.path.read_bytes()
        # an editor may still be copying: the key must be that of the bytes which are decoded
        outcome.key = cache.key(hashlib.sha256(data).hexdigest(), stem, matters, self.encoders)
        return self._make(source.path, data, record, outcome.key, stem)

    def _make(self, path: Path, data: bytes, record: dict[str, Any], key: str, stem: str) -> dict[str, Any]:
        """The entry of a picture made now, its files in the output folder. OSError when they cannot be written or read again."""
        drawings: list[str] = []

        def drawn(svg: bytes, width: int) -> bytes:
            drawings.append(self.store.drawing_name(svg, width))
            return self.store.drawn(svg, width)

        found = master.load(path, data, record, drawn)
        rights = metadata.rights(record, found.said)
        with self.store.making(key) as folder:
            maker = Maker(stem, folder, self.encoders, rights, self.pool)
            try:
                entry = maker.make(found, records.focal_point(record) or (0.5, 0.5))
            except (OSError, ValueError) as error:
                if getattr(error, "errno", None):
                    raise  # of the disk, not of the picture
                raise PictureError("picture-unreadable") from error
            entry["drawing"] = "".join(drawings)
            (folder / "entry.json").write_text(json.dumps(entry, sort_keys=True, ensure_ascii=False), "utf-8")
            # from where they were made: of what all share, another run may just be putting one in the place of another
            if not self._publish(entry, folder):
                raise OSError(errno.EIO, os.strerror(errno.EIO), str(self.output))
        return entry

    def _publish(self, entry: dict[str, Any], folder: Path) -> bool:
        """See to it that every file of `entry` lies in the output; False when `folder`, where they are kept, has lost one."""
        for row in manifest.rows(entry):
            there = manifest.sound if self.checking else manifest.present
            if there(row, self.output):
                continue
            data = None if self.checking else manifest.content(row, folder)
            if data is None:
                return False
            storage.write(self.output / row["file"], data)
        return True

    def _say(self, outcome: Outcome, record: dict[str, Any] | None, entry: dict[str, Any]) -> None:
        """Put what an editor should know of a usable picture into `outcome`."""
        name = outcome.name.rpartition(".")[0] + ".yml"
        if record is None:
            missing = [key for key in ("creator", "copyright") if not entry["rights"].get(key)]
            words = {"missing": ", ".join([*missing, "description", "caption", "licence", "source"])}
            outcome.warnings.append(Problem(faults.NO_RECORD, outcome.name, words=words))
        else:
            outcome.problems += records.check(record, name, self.places)
            outcome.warnings += records.doubts(record, name)
        for rule, words in entry["notes"]:
            hero = rule == faults.OVER_BUDGET and (record or {}).get("hero") is True
            said = outcome.problems if hero else outcome.warnings
            said.append(Problem(rule, outcome.name, words=words))


@contextlib.contextmanager
def _readable() -> Iterator[None]:
    """What is not allowed in the block is not allowed with the picture itself."""
    try:
        yield
    except PermissionError as error:
        raise PictureError("picture-unreadable") from error


def _matters(record: dict[str, Any]) -> list[Any]:
    """The part of `record` that changes bytes: not its captions, nor what only pages show."""
    return [records.focal_point(record), record.get("render_width"), metadata.rights(record, {})]
