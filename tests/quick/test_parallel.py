"""Work in several processes: order, answers, failures."""

from __future__ import annotations

import os
import signal
from functools import partial
from pathlib import Path

import pytest

from sitekit import parallel
from sitekit.parallel import Work


def test_work_in_several_processes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every piece is done, in another process; what it says and what it returns come in the order of the pieces."""
    def piece(number: int) -> list[int]:
        (tmp_path / str(number)).write_text(str(os.getpid()), "utf-8")
        os.write(2, f"piece {number}\n".encode())
        return [number] * number

    assert parallel.run([partial(piece, number) for number in range(5)], processes=2) == [[number] * number for number in range(5)]
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


def test_work_that_waits(tmp_path: Path) -> None:
    """A piece begins when those before it are done, and is told what they returned; what is to be done alone has its own process."""
    def piece(name: str, *found: str) -> str:
        (tmp_path / name).write_text(str(os.getpid()), "utf-8")
        return f"{name}({','.join(found)})"

    for processes in (1, 2, 3):
        work = Work()
        first, second = (work.add(partial(piece, name), alone=True) for name in "ab")
        third = work.add(partial(piece, "c"), first)
        work.add(partial(piece, "d"), second, third)
        work.add(partial(piece, "e"))
        assert work.run(processes) == ["a()", "b()", "c(a())", "d(b(),c(a()))", "e()"]
    used = [(tmp_path / name).read_text("utf-8") for name in "abcde"]
    assert not {*used[:2]} & {*used[2:]}
    assert len({*used[2:]}) <= 3


def test_what_waits_for_a_failure_is_not_done(tmp_path: Path) -> None:
    """After a failure only what does not need it is done; what a dead process was to do has failed too."""
    def die() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    work = Work()
    lost = work.add(die)
    work.add(lambda _: (tmp_path / "never").touch(), lost)
    work.add(lambda _: (tmp_path / "done").touch(), work.add(lambda: None))
    with pytest.raises(RuntimeError, match="without a word"):
        work.run(2)
    assert [file.name for file in tmp_path.iterdir()] == ["done"]


def test_large_answers_and_questions() -> None:
    """Neither what a piece returns nor what it is told is too large for the way."""
    work = Work()
    large = work.add(lambda: b"x" * 3_000_000)
    work.add(len, large)
    work.add(lambda data: data[:2], large)
    assert work.run(2)[1:] == [3_000_000, b"xx"]
