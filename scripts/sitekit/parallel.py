"""Runs pieces of work that do not need each other, in as many processes as there are cores.

A child is a copy of this process (fork): it has all that was read so far and hands back files, what it returns and, when it
fails, what went wrong. Where a system cannot fork, or with one core, the work is done one piece after the other.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from typing import IO, TypeVar

from sitekit.pictures.run import cores

T = TypeVar("T")


def run(jobs: Sequence[Callable[[], T]], processes: int | None = None) -> list[T]:
    """Run `jobs`; what each returns (small things: a copy of it travels), in their order.

    The first failure (in their order) is raised here when all are done. What they print comes in their order.
    """
    count = min(processes or cores(), len(jobs))
    # a copy of a process with threads may wait for ever for what one of them held
    if count <= 1 or not hasattr(os, "fork") or threading.active_count() > 1:
        return [job() for job in jobs]
    sys.stdout.flush()
    sys.stderr.flush()
    with ExitStack() as files:
        said = [(files.enter_context(tempfile.TemporaryFile()), files.enter_context(tempfile.TemporaryFile())) for _ in jobs]
        failed = _all(jobs, said, count)
        for output, _ in said:
            output.seek(0)
            sys.stderr.write(output.read().decode(errors="replace"))
        if failed:
            raise _failure(said[min(failed)][1])
        return [_answer(answer) for _, answer in said]


def _all(jobs: Sequence[Callable[[], T]], said: Sequence[tuple[IO[bytes], IO[bytes]]], count: int) -> list[int]:
    """Run `jobs`, `count` at once; the numbers of those that failed."""
    waiting = [*range(len(jobs))]
    running: dict[int, int] = {}
    failed = []
    while waiting or running:
        while waiting and len(running) < count:
            number = waiting.pop(0)
            running[_start(jobs[number], *said[number])] = number
        process, status = os.wait()
        if process in running:
            number = running.pop(process)
            failed += [number] if status else []
    return failed


def _start(job: Callable[[], object], output: IO[bytes], answer: IO[bytes]) -> int:
    process = os.fork()
    if process:
        return process
    code = 1
    try:
        gc.disable()  # the process ends soon, and what it inherited would only be walked over again and again
        os.dup2(output.fileno(), 1)
        os.dup2(output.fileno(), 2)
        answer.write(pickle.dumps(job(), pickle.HIGHEST_PROTOCOL))
        answer.flush()
        code = 0
    except BaseException as error:  # it is raised again in the parent
        answer.seek(0)
        answer.truncate()
        answer.write(_packed(error))
        answer.flush()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _packed(error: BaseException) -> bytes:
    """`error` for the parent; its words alone where it does not survive the way."""
    try:
        data = pickle.dumps(error)
        pickle.loads(data)  # noqa: S301 (written one line above)
    except Exception:  # whatever a foreign exception may hold
        return pickle.dumps(RuntimeError(f"{type(error).__name__}: {error}"))
    return data


def _answer(file: IO[bytes]) -> T:  # type: ignore[type-var]  # whoever asks knows what the job returns
    file.seek(0)
    found: T = pickle.load(file)  # noqa: S301 (the parent wrote these bytes itself, as its own copy)
    return found


def _failure(file: IO[bytes]) -> BaseException:
    file.seek(0)
    data = file.read()
    # the parent wrote these bytes itself, as its own copy
    found: BaseException = pickle.loads(data) if data else RuntimeError("a process ended without a word")  # noqa: S301
    return found
