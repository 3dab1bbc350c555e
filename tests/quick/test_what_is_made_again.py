"""What is not made again, and what is."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from quick.builds import quick
from sitekit import kept, parallel
from sitekit.readings import EVERY, Readings


def _written(project: Path) -> dict[str, int]:
    folder = project / kept.FOLDER / "pages"
    return {file.relative_to(folder).as_posix(): file.stat().st_ino for file in folder.rglob("*.json")}


def test_only_the_changed_page_is_made(small: Callable[[Path], Path], tmp_path: Path) -> None:
    """A changed text makes that page again; a changed title also the pages that show it, and no others."""
    project = small(tmp_path / "project")
    quick(project, tmp_path / "site")
    first = _written(project)
    page = project / "docs/vi/visit/page-0002.md"
    text = page.read_text("utf-8")
    page.write_text(text + "\nMột câu nữa.\n", "utf-8")
    quick(project, tmp_path / "site")
    second = _written(project)
    assert {name for name in first if first[name] != second[name]} == {"vi/visit/page-0002.json"}
    page.write_text(text.replace("title: ", "title: Mới "), "utf-8")
    quick(project, tmp_path / "site")
    third = _written(project)
    changed = {name for name in first if second[name] != third[name]}
    listing = {f"{file.parent.parent.name}/{file.parent.name}/{file.stem}.json" for file in (project / "docs").glob("*/*/*.md")
               if "visit/page-0002" in file.read_text("utf-8").split("---")[1]}  # fmt: skip
    assert {"vi/visit/page-0002.json", *(name for name in listing if name.startswith("vi/"))} <= changed
    assert len(changed) < len(first) / 2


def test_a_damaged_file_is_made_again(tmp_path: Path) -> None:
    """What is kept is right or not there: no byte of it can be wrong."""
    kept.write(tmp_path, "thing", {"a": "ບ"})
    assert kept.read(tmp_path, "thing") == {"a": "ບ"}
    file = tmp_path / kept.FOLDER / "thing.json"
    whole = file.read_bytes()
    for place in range(len(whole)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert kept.read(tmp_path, "thing") is None
        file.write_bytes(whole[:place])
        assert kept.read(tmp_path, "thing") is None


def test_gone_pages_are_forgotten(tmp_path: Path) -> None:
    """Nothing piles up: what belongs to no page any more is removed."""
    for name in ("pages/vi/a", "pages/vi/b/c"):
        kept.write(tmp_path, name, {})
    kept.prune(tmp_path, "pages/vi", {"a"})
    assert [file.name for file in (tmp_path / kept.FOLDER).rglob("*.json")] == ["a.json"]


def test_what_is_used_again_was_read_again() -> None:
    """Who uses what another made has read what that one read."""
    readings = Readings()
    with readings.noted() as outer:
        with readings.noted() as inner:
            readings.note(EVERY)
        readings.note(("shown", "vi", "a"))
    assert (inner, outer) == ({EVERY}, {EVERY, ("shown", "vi", "a")})


def test_work_in_several_processes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every piece is done, in another process, and what it says comes in the order of the pieces."""
    def piece(number: int) -> None:
        (tmp_path / str(number)).write_text(str(os.getpid()), "utf-8")
        os.write(2, f"piece {number}\n".encode())

    parallel.run([partial(piece, number) for number in range(5)], processes=2)
    said = {(tmp_path / str(number)).read_text("utf-8") for number in range(5)}
    assert str(os.getpid()) not in said
    assert capsys.readouterr().err == "".join(f"piece {number}\n" for number in range(5))


def test_a_failure_is_told(tmp_path: Path) -> None:
    """The first failure in the order of the pieces is raised, after the others are done."""
    def fail(text: str) -> None:
        raise ValueError(text)

    with pytest.raises(ValueError, match="first"):
        parallel.run([lambda: fail("first"), lambda: fail("second"), (tmp_path / "done").touch], processes=2)
    assert (tmp_path / "done").exists()
