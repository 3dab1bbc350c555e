"""One run over a folder of pictures: what changed is made, what is bad is named, the rest is left alone."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sitekit.pictures import faults, manifest, master, sources, storage
from sitekit.pictures.cache import Cache
from sitekit.pictures.faults import StorageError
from sitekit.pictures.settings import Encoders
from sitekit.pictures.sources import slug
from sitekit.pictures.worker import Outcome, Worker
from sitekit.problems import Problem

__all__ = ["Result", "prepare", "slug"]


@dataclass
class Result:
    """What a run made.

    `manifest` is what was written; `problems` must be mended, `warnings` should be; `counts` has `new` (made
    now), `unchanged` and `bad` pictures; `changed` names those of the new that had been there before.
    """

    manifest: dict[str, Any]
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=lambda: {"new": 0, "unchanged": 0, "bad": 0})
    changed: list[str] = field(default_factory=list)


def cores() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def prepare(source: Path, output: Path, cache: Path, manifest: Path, *, best: bool = False, jobs: int | None = None,
            check: bool = False, places: Collection[str] | None = None,
            progress: Callable[[int, int, str], None] | None = None) -> Result:  # fmt: skip
    """Bring `output` and `manifest` up to date with the pictures below `source`.

    A bad picture is reported and stops no other; its last good renditions stay. With `check` nothing is written
    and what is out of date is a problem. `places` are the keys a record's `place` may have (None: any).
    `progress` is told how many pictures of how many are done, and the name of the last. `best` spends several
    times the time on AVIF files 5 % smaller. StorageError when something cannot be written; all is then as before.
    """
    if not source.is_dir():
        return Result({"images": {}}, [Problem(faults.NO_FOLDER, source.name)])
    run = _Run(source, output, Cache(cache), manifest, check)
    try:
        if not check:
            for folder in (output, cache, manifest.parent):
                folder.mkdir(parents=True, exist_ok=True)
        with master.quiet(), storage.locked(cache / ".lock", shared=True):
            result = run.over(Encoders.best() if best else Encoders(), jobs or cores(), places, progress)
        if not check and not result.counts["bad"]:
            run.tidy()
    except OSError as error:
        raise StorageError(error, Path(error.filename or output)) from error
    return result


@dataclass(frozen=True)
class _Run:
    """The places that one run works with."""

    source: Path
    output: Path
    cache: Cache
    path: Path
    check: bool

    def over(self, encoders: Encoders, jobs: int, places: Collection[str] | None,
             progress: Callable[[int, int, str], None] | None) -> Result:  # fmt: skip
        """Bring every picture up to date and write the manifest."""
        found = sources.find(self.source, without=(self.output, self.cache.folder))
        doubled = sources.same_names(found)
        result = Result({"images": {}}, [*doubled.values()], [*sources.lonely_records(self.source, found)])
        result.counts["bad"] = len(doubled)
        known, generation = manifest.read(self.path), dict[str, str]()
        todo = [each for each in found if each.path not in doubled]
        with ThreadPoolExecutor(jobs) as encoding, ThreadPoolExecutor(jobs) as pictures:
            worker = Worker(self.cache, self.output, encoders, encoding, self.check, places)
            try:
                for done, outcome in enumerate(pictures.map(worker.bring, todo), 1):
                    self._take(outcome, result, known, generation)
                    if progress:
                        progress(done, len(todo), outcome.name)
            except BaseException:
                pictures.shutdown(cancel_futures=True)
                encoding.shutdown(cancel_futures=True)
                raise
        same = known == result.manifest["images"] and self.path.is_file()
        if not self.check:
            if not same:
                storage.write_if_changed(self.path, manifest.text(result.manifest["images"]))
            self.cache.remember(generation)
        elif not result.counts["new"] and not same:
            result.problems.append(Problem(faults.OUT_OF_DATE, self.path.name))
        return result

    def _take(self, outcome: Outcome, result: Result, known: dict[str, Any], generation: dict[str, str]) -> None:
        """Enter what became of one picture into `result`."""
        name, images = outcome.name, result.manifest["images"]
        result.problems += outcome.problems
        result.warnings += outcome.warnings
        if outcome.image is None and not (self.check and outcome.made):
            result.counts["bad"] += 1
            last = known.get(name)
            if last and all(manifest.present(row, self.output) for row in manifest.rows(last)):
                images[name] = last  # the last good renditions stay
                keys = [run[name] for run in self.cache.recent() if name in run]
                generation |= {name: keys[0]} if keys else {}
            return
        result.counts["new" if outcome.made else "unchanged"] += 1
        generation[name] = outcome.key
        if outcome.made and name in known:
            result.changed.append(name)
        if outcome.image is not None:
            images[name] = outcome.image
        else:
            result.problems.append(Problem(faults.OUT_OF_DATE, name))

    def tidy(self) -> None:
        """Remove what nothing needs any more, if no other run is at work."""
        with storage.locked(self.cache.folder / ".lock", wait=False) as alone:
            if alone:
                manifest.prune(self.output, manifest.read(self.path), self.cache.prune())
