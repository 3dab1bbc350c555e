"""One build of the site for all processes that test it."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock


@contextmanager
def built_once(folder: Path, build: Callable[[Path], str]) -> Iterator[tuple[Path, str]]:
    """The site that `build` wrote into a folder below `folder`, and what it printed.

    The first process builds, the others wait and take the same; the last one that leaves removes it.
    """
    target, users, printed = folder / "site", folder / "users.json", folder / "printed.txt"
    folder.mkdir(exist_ok=True)
    lock = FileLock(folder / "lock")
    with lock:
        if not users.exists():
            printed.write_text(build(target), "utf-8")
            users.write_text("[]", "utf-8")
        users.write_text(json.dumps([*json.loads(users.read_text("utf-8")), os.getpid()]), "utf-8")
    yield target, printed.read_text("utf-8")
    with lock:
        left = [each for each in json.loads(users.read_text("utf-8")) if each != os.getpid()]
        users.write_text(json.dumps(left), "utf-8")
        if not left:
            users.unlink()
            shutil.rmtree(target)
