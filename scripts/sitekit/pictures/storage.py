"""Files as several processes may share them: whole or not there, and locks for what must not cross."""

from __future__ import annotations

import contextlib
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # not on every system; without locks nothing is pruned
    fcntl = None  # type: ignore[assignment]

PART = ".part"


def write(path: Path, data: bytes) -> None:
    """Put `data` at `path` at once: readers see the old content or the new, never half."""
    part = path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}{PART}")
    try:
        part.write_bytes(data)
        part.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def write_if_changed(path: Path, data: bytes) -> None:
    """As `write`, but an unchanged file is not touched (so that a read-only place can be read)."""
    try:
        if path.read_bytes() == data:
            return
    except FileNotFoundError:
        pass
    write(path, data)


def place(source: str | Path, target: str | Path) -> None:
    """Let the bytes of file `source` lie at `target` too, where nothing is: by a second name where the system can, else by a copy.

    Nobody writes into such a file: what replaces it is a new file, and whoever keeps the old name keeps the old bytes.
    """
    try:
        os.link(source, target)
    except OSError:  # another file system, or one without second names
        shutil.copyfile(source, target)


@contextlib.contextmanager
def locked(path: Path, shared: bool = False, wait: bool = True) -> Iterator[bool]:
    """Hold the lock `path` while in the block; False when it is not held (and was not waited for).

    A place that cannot be written needs no lock: nothing changes there.
    """
    handle: IO[bytes] | None = None
    held = False
    if fcntl is not None:
        with contextlib.suppress(OSError):
            handle = path.open("ab")
            flags = (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | (0 if wait else fcntl.LOCK_NB)
            fcntl.flock(handle, flags)
            held = True
    try:
        yield held
    finally:
        if handle is not None:
            handle.close()  # and with it the lock
