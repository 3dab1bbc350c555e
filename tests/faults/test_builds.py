"""Builds that are killed, crossed, starved or fed damaged caches: `site/` is never half new, and the next build is right."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from small_project import Small
from trees import differing, digests

FEW, MANY = 2, 20
#: Runs a program that can write no file larger than the first argument: what it feels of a full disk.
LIMITED = "import resource, signal, sys, runpy; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); " \
          "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2); sys.argv = sys.argv[2:]; " \
          "sys.path.insert(0, sys.argv[0].rpartition('/')[0]); runpy.run_path(sys.argv[0], run_name='__main__')"  # fmt: skip


@contextlib.contextmanager
def _changed(small: Small) -> Iterator[None]:
    """Every page of the project with another sentence, so that every page of the site would differ."""
    file = small.folder / "data/publisher.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("Plan 978", "Plan 979"), "utf-8")
    try:
        yield
    finally:
        file.write_text(text, "utf-8")


def _no_rests(small: Small) -> None:
    assert [path.name for path in small.folder.iterdir() if path.name.startswith(".site-")] == []


@pytest.mark.parametrize("kills", [FEW, pytest.param(MANY, marks=pytest.mark.long)])
def test_killed_at_any_moment_and_two_at_once(small: Small, kills: int) -> None:
    """After each kill the old site or the new one is there to the byte; then two builds at once both end well, and the site is right."""
    chance = random.Random(kills)
    with _changed(small):
        began = time.monotonic()
        small.build()
        span, new = time.monotonic() - began, digests(small.site)
    assert differing(new, small.reference)
    small.build()
    with _changed(small):
        for number in range(kills):
            process = small.start()
            assert process.stdout
            if number % 2 == 0:  # once MkDocs is at work, and anywhere else
                process.stdout.readline()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=chance.random() * span)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            found = digests(small.site)
            assert [] in (differing(found, small.reference), differing(found, new))
            if process.returncode == 0:  # it was faster than the kill
                assert differing(found, new) == []
    both = [small.start(), small.start()]
    said = [process.communicate()[0] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert differing(digests(small.site), small.reference) == []
    _no_rests(small)


@pytest.mark.parametrize("size", [4000, 90_000])
def test_full_disk(small: Small, size: int) -> None:
    """When no more can be written the build says so and fails; the old site is there to the byte."""
    with _changed(small):
        process = small.start(sys.executable, "-B", "-c", LIMITED, str(size))
        said, _ = process.communicate()
    assert process.returncode not in {0, None}, said
    assert differing(digests(small.site), small.reference) == []
    _no_rests(small)


@pytest.mark.long
@pytest.mark.skipif(os.geteuid() != 0, reason="mounting needs the superuser")
def test_read_only_cache(small: Small) -> None:
    """A cache that nobody may write, on a really read-only file system, still gives the same site."""
    cache = str(small.folder / ".cache")
    if subprocess.run(["mount", "--bind", cache, cache], capture_output=True, check=False).returncode:
        pytest.skip("this machine does not mount")
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", cache], check=True)
        small.build()
        assert differing(digests(small.site), small.reference) == []
    finally:
        subprocess.run(["umount", cache], check=True)


@pytest.mark.long
@pytest.mark.parametrize("how", ["cut", "turned", "empty"])
def test_damaged_cache(small: Small, how: str) -> None:
    """Files of every cache cut short, with other bytes of the same length, or empty: the next build is the same to the byte."""
    chance = random.Random(how)
    caches = [folder for folder in (small.folder / ".cache").glob("*/") if folder.name != "pictures"]
    caches.append(small.folder / ".cache/pictures/out")
    for folder in caches:
        files = sorted(file for file in folder.rglob("*") if file.is_file() and file.stat().st_size and not file.name.startswith("."))
        tables = [file for file in files if file.suffix == ".json" and file.parent == folder]
        for file in {*tables, *chance.sample(files, min(5, len(files)))}:
            data = file.read_bytes()
            file.unlink()  # the same file lies in other folders too
            middle = len(data) // 2
            worse = {"cut": data[:middle], "turned": data[:middle] + bytes([data[middle] ^ 255]) + data[middle + 1 :], "empty": b""}
            file.write_bytes(worse[how])
    small.build()
    assert differing(digests(small.site), small.reference) == []
