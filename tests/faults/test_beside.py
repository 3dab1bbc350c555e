"""A folder replaced as a whole."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from sitekit import beside

FILES = 20


def _fill(folder: Path, edition: str) -> None:
    folder.mkdir()
    for number in range(FILES):
        (folder / f"{number}.txt").write_text(edition)


def _editions(folder: Path) -> set[str]:
    return {(folder / f"{number}.txt").read_text() for number in range(FILES)}


def test_new_folder_takes_the_place_of_the_old(tmp_path: Path) -> None:
    """The first time, and every time after it, nothing is left beside the folder; a failure leaves the old one as it was."""
    target = tmp_path / "site"
    for edition in ("a", "b", "c"):
        with beside.made(target) as folder:
            _fill(folder, edition)
        assert _editions(target) == {edition}
        assert list(tmp_path.iterdir()) == [target]
    with contextlib.suppress(RuntimeError), beside.made(target) as folder:
        _fill(folder, "d")
        raise RuntimeError
    assert _editions(target) == {"c"}
    assert list(tmp_path.iterdir()) == [target]
    assert target.stat().st_mode & 0o777 == 0o755


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux exchanges two names at once")
def test_it_is_never_half_there(tmp_path: Path) -> None:
    """A reader who opens the folder at any instant of a hundred replacements finds one edition, whole."""
    target, stop, wrong = tmp_path / "site", threading.Event(), []
    with beside.made(target) as folder:
        _fill(folder, "0")

    def read() -> None:
        while not stop.is_set():
            handle = os.open(target, os.O_RDONLY | os.O_DIRECTORY)
            try:
                names = os.listdir(handle)  # noqa: PTH208 (of the open folder, whatever its name leads to by now)
                inode, now = os.fstat(handle).st_ino, target.stat().st_ino
            finally:
                os.close(handle)
            if inode == now and len(names) != FILES:  # the same folder before and after the look
                wrong.append(names)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for edition in range(100):
            with beside.made(target) as folder:
                _fill(folder, str(edition))
    finally:
        stop.set()
        reader.join()
    assert wrong == []


def test_what_a_killed_run_left_goes_and_what_another_makes_stays(tmp_path: Path) -> None:
    """The rests of a killed run are removed by the next; the unfinished folder of a run at work is not touched."""
    target = tmp_path / "site"
    code = "import sys, os; sys.path.insert(0, sys.argv[1])\nfrom pathlib import Path\nfrom sitekit import beside\n" \
           "with beside.made(Path(sys.argv[2])) as folder:\n folder.mkdir(); print('begun', flush=True); sys.stdin.read()"  # fmt: skip
    command = [sys.executable, "-c", code, str(Path(beside.__file__).parents[1]), str(target)]
    dead, alive = (subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2))
    with dead, alive:
        for process in (dead, alive):
            assert process.stdout
            assert process.stdout.readline() == "begun\n"
        dead.kill()
        dead.wait()
        assert len(list(tmp_path.glob(".site-*"))) == 2
        with beside.made(target) as folder:
            _fill(folder, "a")
        assert len(list(tmp_path.glob(".site-*"))) == 1
        alive.communicate("")
        assert alive.returncode == 0
    assert list(target.iterdir()) == [], "the last to end is what is there"
    assert list(tmp_path.iterdir()) == [target]
