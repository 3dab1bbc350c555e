"""Runs: nothing done twice, nothing left half, two at once, full disks, killed processes."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pictures.makers import DRAWING, RECORD, Run, encoded, scene

from sitekit.pictures import faults
from sitekit.pictures.cache import Cache
from sitekit.pictures.faults import StorageError
from sitekit.pictures.manifest import rows
from sitekit.pictures.run import prepare

SCRIPT = Path(__file__).resolve().parents[2] / "scripts/optimise_images.py"


def _tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _stamps(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def _fill(folder: Path, count: int = 4) -> None:
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"p{number}.jpg").write_bytes(encoded(scene((480, 360), number), "JPEG"))
    (folder / "p0.yml").write_text(RECORD, "utf-8")
    (folder / "d.svg").write_text(DRAWING, "utf-8")
    (folder / "d.yml").write_text(RECORD + "render_width: 450\n", "utf-8")


def _command(base: Path, source: Path, *more: str) -> list[str]:
    places = (
        "--output",
        base / "out",
        "--cache",
        base / "store",
        "--manifest",
        base / "manifest.json",
    )
    return [
        sys.executable,
        str(SCRIPT),
        "--source",
        str(source),
        *map(str, places),
        "--lang",
        "en",
        *more,
    ]


def _whole(base: Path) -> None:
    """Whatever stands in the output and the manifest is whole, at any moment."""
    for path in (base / "out").glob("[!.]*"):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assert path.name.split(".")[-2] == digest[:10], path.name
    if (base / "manifest.json").exists():
        for image in json.loads((base / "manifest.json").read_text("utf-8"))["images"].values():
            for row in [
                *image["renditions"],
                *(row for cut in image["crops"].values() for row in cut),
            ]:
                assert (base / "out" / row["file"]).stat().st_size == row["bytes"]


def test_an_unchanged_run_opens_and_writes_nothing(folder: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a change no picture is decoded and no file is touched; touching a master is no change."""
    _fill(folder)
    first, before = run(), _stamps(tmp_path)
    os.utime(folder / "p0.jpg", (1, 1))
    monkeypatch.setattr("sitekit.pictures.master.load", lambda *_: pytest.fail("decoded"))
    second = run()
    assert second.counts == {"new": 0, "unchanged": 5, "bad": 0}
    assert second.manifest == first.manifest
    after = _stamps(tmp_path)
    del before[str(folder / "p0.jpg")], after[str(folder / "p0.jpg")]
    assert before == after


def test_what_changes_bytes_is_done_again_and_nothing_else(folder: Path, run: Run) -> None:
    """A new caption makes nothing; a new creator, focal point or master makes that picture only."""
    _fill(folder, 2)
    run()
    for text, changed in ((RECORD.replace("Đồi chè, en", "Đồi, en"), []), (RECORD.replace("Văn An", "Văn Ba"), ["p0.jpg"]),
                          (RECORD.replace("[0.5, 0.5]", "[0.1, 0.5]"), ["p0.jpg"])):  # fmt: skip
        (folder / "p0.yml").write_text(text, "utf-8")
        assert run().changed == changed
    (folder / "p1.jpg").write_bytes(encoded(scene((480, 360), 9), "JPEG"))
    assert run().changed == ["p1.jpg"]


def test_same_bytes_whatever_the_number_of_cores(folder: Path, tmp_path: Path) -> None:
    """One worker, two workers and a process that sees one core write the same bytes; no path in them."""
    _fill(folder)
    trees = []
    for jobs in (1, 2):
        base = tmp_path / str(jobs)
        prepare(folder, base / "out", base / "store", base / "manifest.json", jobs=jobs)
        trees.append(_tree(base / "out") | {"": (base / "manifest.json").read_bytes()})
    if shutil.which("taskset"):
        base = tmp_path / "3"
        subprocess.run(["taskset", "-c", "0", *_command(base, folder)], check=True, capture_output=True)
        trees.append(_tree(base / "out") | {"": (base / "manifest.json").read_bytes()})
    assert all(tree == trees[0] for tree in trees)
    assert str(tmp_path).encode() not in trees[0][""]


def test_last_good_renditions_stay(folder: Path, run: Run, out: Path) -> None:
    """A picture that became unreadable keeps its renditions in the manifest and on disk."""
    _fill(folder, 2)
    good = run().manifest["images"]
    (folder / "p0.jpg").write_bytes(b"\xff\xd8\xff broken")
    (folder / "p1.yml").write_text("a: b: c", "utf-8")
    for _ in range(3):
        result = run()
        assert result.counts["bad"] == 2
        assert result.manifest["images"] == good
    (folder / "d.svg").unlink()
    (folder / "d.yml").unlink()
    run()
    for image in (good["p0.jpg"], good["p1.jpg"]):
        assert all((out / row["file"]).exists() for row in image["renditions"])


def test_what_nothing_needs_is_removed(folder: Path, run: Run, out: Path, tmp_path: Path) -> None:
    """Renditions and cache of pictures long gone are removed; a stranger's files are not."""
    _fill(folder, 2)
    run()
    (out / "letter.txt").write_text("mine")
    (out / "holiday-2.jpg").write_text("mine")
    (out / ".p0-400.0000000000.avif.1-1.part").write_text("half")
    (tmp_path / "store" / "new-killed").mkdir()
    entries = len(list((tmp_path / "store").glob("[0-9a-f]*")))
    for name in ("p1.jpg", "d.svg", "d.yml"):
        (folder / name).unlink()
        run()
        assert list(out.glob("p1-*")) or name != "p1.jpg", "a build under way may still copy them"
    for _ in range(4):
        (folder / "p0.yml").write_text(RECORD.replace("Trang", f"Trang {_}"), "utf-8")
        run()
    names = [path.name for path in out.iterdir()]
    assert not [name for name in names if name.startswith(("p1-", "d-", "."))]
    assert {"letter.txt", "holiday-2.jpg"} <= set(names)
    assert not list((tmp_path / "store").glob("new-*"))
    assert not list((tmp_path / "store" / "masters").iterdir())
    assert len(list((tmp_path / "store").glob("[0-9a-f]*"))) <= entries


def test_a_lost_or_damaged_rendition_comes_back(folder: Path, run: Run, out: Path, tmp_path: Path) -> None:
    """Deleted output is copied again without work; a damaged cache is noticed and made anew."""
    _fill(folder, 1)
    run()
    before = _tree(out)
    next(out.iterdir()).unlink()
    assert run().counts["new"] == 0
    assert _tree(out) == before
    for file in (tmp_path / "store").rglob("p0-*.avif"):
        file.write_bytes(b"x" * file.stat().st_size)
    for file in out.glob("p0-*"):
        file.unlink()
    assert run().counts["new"] == 1
    assert _tree(out) == before
    for file in (tmp_path / "store").rglob("entry.json"):
        file.write_text("{")
    assert run().counts["new"] == 2
    assert _tree(out) == before


def test_looking_changes_nothing(folder: Path, run: Run, out: Path, tmp_path: Path) -> None:
    """`check` says what is new, changed or damaged, makes no folder and writes no file."""
    _fill(folder, 2)
    result = run(check=True)
    assert [found.rule for found in result.problems] == [faults.OUT_OF_DATE] * 3
    assert not out.exists()
    run()
    before = _stamps(tmp_path)
    assert run(check=True).problems == []
    (folder / "p0.jpg").write_bytes(encoded(scene((480, 360), 7), "JPEG"))
    assert [found.path for found in run(check=True).problems] == ["p0.jpg"]
    (folder / "p0.jpg").unlink()
    (folder / "p0.yml").unlink()
    assert [found.path for found in run(check=True).problems] == ["manifest.json"]
    file = next(out.glob("p1-*.avif"))
    file.write_bytes(b"x" * file.stat().st_size)
    assert "p1.jpg" in [found.path for found in run(check=True).problems]
    after = _stamps(tmp_path)
    assert {path: after.get(path) for path in before if "/out/" not in path and "p0" not in path} == {
        path: stamp for path, stamp in before.items() if "/out/" not in path and "p0" not in path}  # fmt: skip


def test_two_runs_at_once(tmp_path: Path) -> None:
    """Two processes over the same folder and cache end well, with what one alone would have made."""
    _fill(tmp_path / "in")
    command = _command(tmp_path, tmp_path / "in")
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    for process in running:
        _, error = process.communicate(timeout=120)
        assert process.returncode == 0, error.decode()
    subprocess.run(_command(tmp_path / "alone", tmp_path / "in"), check=True, capture_output=True)
    assert _tree(tmp_path / "out") == _tree(tmp_path / "alone/out")
    assert (tmp_path / "manifest.json").read_bytes() == (tmp_path / "alone/manifest.json").read_bytes()
    assert not list((tmp_path / "store").glob("new-*"))


def test_killed_at_any_moment(tmp_path: Path) -> None:
    """`kill -9` at random moments leaves nothing half; the next run finishes and clears up."""
    rng = random.Random(3)
    _fill(tmp_path / "in")
    subprocess.run(_command(tmp_path / "whole", tmp_path / "in"), check=True, capture_output=True)
    started = time.monotonic()
    subprocess.run(_command(tmp_path / "timed", tmp_path / "in"), check=True, capture_output=True)
    whole_run = time.monotonic() - started
    for attempt in range(12):
        process = subprocess.Popen(
            _command(tmp_path, tmp_path / "in"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(rng.uniform(0.1, 0.95) * whole_run)
        process.send_signal(signal.SIGKILL)
        process.wait()
        _whole(tmp_path)
        if attempt % 3 == 2:
            shutil.rmtree(tmp_path / "store")
    subprocess.run(_command(tmp_path, tmp_path / "in"), check=True, capture_output=True)
    assert _tree(tmp_path / "out") == _tree(tmp_path / "whole/out")
    assert not list((tmp_path / "store").glob("new-*"))


LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))
sys.path.insert(0, {scripts!r})
import optimise_images
sys.exit(optimise_images.main(sys.argv[2:]))
"""


@pytest.mark.parametrize("size", [0, 3000, 9000])
def test_a_full_disk_leaves_everything_as_before(size: int, folder: Path, run: Run, tmp_path: Path, out: Path) -> None:
    """When no more can be written the run says so, exits 3, and the site keeps what it had."""
    _fill(folder, 1)
    run()
    before, manifest = _tree(out), (tmp_path / "manifest.json").read_bytes()
    (folder / "p0.jpg").write_bytes(encoded(scene((900, 700), 5), "JPEG"))
    script = LIMITED.format(size=size, scripts=str(SCRIPT.parent))
    done = subprocess.run(
        # -B: Python itself would leave half a compiled module beside our own programs
        [sys.executable, "-B", "-c", script, *_command(tmp_path, folder)[1:]],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3, done.stderr
    assert "[pictures-no-room]" in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "manifest.json").read_bytes() == manifest
    assert {name: data for name, data in _tree(out).items() if name in before} == before
    assert not list(out.glob(".*"))
    assert not list((tmp_path / "store").glob("new-*"))


def test_a_place_that_cannot_be_written(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A read-only place serves unchanged pictures; a changed one is refused with a message."""
    _fill(folder, 1)
    run()

    def refuse(path: Path, *_: object, **__: object) -> int:
        raise OSError(errno.EROFS, "Read-only file system", str(path))

    for name in ("write_bytes", "write_text"):
        monkeypatch.setattr(Path, name, refuse)
    monkeypatch.setattr("tempfile.mkdtemp", lambda **_: refuse(folder))
    assert run().counts["unchanged"] == 2
    monkeypatch.undo()
    (folder / "p0.jpg").write_bytes(encoded(scene((480, 360), 8), "JPEG"))
    monkeypatch.setattr("tempfile.mkdtemp", lambda **_: refuse(folder))
    with pytest.raises(StorageError) as refusal:
        run()
    assert refusal.value.problems[0].rule == faults.NO_WRITING


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting needs the superuser")
def test_a_read_only_file_system(tmp_path: Path) -> None:
    """On a really read-only file system the unchanged site builds, and a change is refused politely."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "none", str(disk)], capture_output=True, check=False).returncode:
        pytest.skip("this machine does not mount")
    try:
        _fill(disk / "in", 1)
        assert subprocess.run(_command(disk, disk / "in"), capture_output=True, check=False).returncode == 0
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        assert subprocess.run(_command(disk, disk / "in"), capture_output=True, check=False).returncode == 0
        done = subprocess.run(_command(disk, disk / "in", "--best"), capture_output=True, text=True, check=False)
        assert done.returncode == 3
        assert "[pictures-cannot-write]" in done.stderr
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_an_entry_that_another_run_takes_away(folder: Path, run: Run, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was made now is published though another run, which had found the entry damaged, removes it the moment it is there."""
    _fill(folder)
    moved = Cache._moved

    def gone(self: Cache, made: Path, name: str) -> bool:
        moved(self, made, name)
        self.drop(name)
        return True

    monkeypatch.setattr(Cache, "_moved", gone)
    found = run()
    assert (found.counts["new"], found.problems) == (5, [])
    _whole(tmp_path)
    assert len(list(out.iterdir())) == len({row["file"] for image in found.manifest["images"].values() for row in rows(image)})


def test_an_entry_that_another_run_made_first_stays(folder: Path, run: Run, tmp_path: Path) -> None:
    """Of two runs that make the same, the first one's entry stays where it is; one that is damaged is replaced."""
    _fill(folder, 1)
    run()
    store = Cache(tmp_path / "store")
    for name in {key for generation in store.recent() for key in generation.values()}:
        before = (store.folder / name).stat().st_ino
        with store.making(name) as made:
            (made / "entry.json").write_text("{}", "utf-8")
        assert (store.folder / name).stat().st_ino == before
        (store.folder / name / "entry.json").write_text("{", "utf-8")
        with store.making(name) as made:
            (made / "entry.json").write_text("{}", "utf-8")
        assert (store.folder / name).stat().st_ino != before
        assert store.read(name) == {}
