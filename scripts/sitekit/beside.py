"""A folder that is made anew beside the old one and takes its place whole, from one instant to the next."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sitekit.pictures import storage

#: `.site-…` beside `site`: begun there, and what an ended run left is removed by the next.
LOCK = ".lock"
AT_FDCWD, RENAME_EXCHANGE = -100, 2


@contextlib.contextmanager
def made(target: Path) -> Iterator[Path]:
    """A new folder to be filled; it replaces `target` when the block ends well, and vanishes when it does not."""
    target.parent.mkdir(parents=True, exist_ok=True)
    _clear(target)
    folder = Path(tempfile.mkdtemp(dir=target.parent, prefix=_prefix(target)))
    try:
        with storage.locked(folder / LOCK):
            new = folder / target.name
            yield new
            new.chmod(0o755)
            _exchange(new, target)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _prefix(target: Path) -> str:
    return f".{target.name}-"


def _clear(target: Path) -> None:
    """Remove what runs that were killed left beside `target`; not that of a run at work, which holds its lock."""
    for folder in target.parent.glob(f"{_prefix(target)}*"):
        if (folder / LOCK).is_file():
            with storage.locked(folder / LOCK, wait=False) as alone:
                if alone:
                    shutil.rmtree(folder, ignore_errors=True)


def _exchange(new: Path, target: Path) -> None:
    """Put folder `new` where `target` is, or was not; `new` then is what was there before.

    Linux exchanges two names at once. Elsewhere there is an instant without `target`, but never half of it.
    """
    if target.is_symlink() or not target.exists():
        new.rename(target)
    elif not _at_once(new, target):
        old = new.with_name("old")
        target.rename(old)
        new.rename(target)


def _at_once(new: Path, target: Path) -> bool:
    """Whether the system could exchange the two names."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        exchange = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(exchange(AT_FDCWD, os.fsencode(new), AT_FDCWD, os.fsencode(target), RENAME_EXCHANGE) == 0)
