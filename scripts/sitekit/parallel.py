"""Runs pieces of work in as many processes as there are cores; one may wait for others and is told what they returned.

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
from dataclasses import dataclass, field
from typing import IO, Any, TypeVar

from sitekit.pictures.run import cores

T = TypeVar("T")


def run(jobs: Sequence[Callable[[], T]], processes: int | None = None) -> list[T]:
    """Run `jobs`, which do not need each other, as `Work.run` does."""
    work = Work()
    for job in jobs:
        work.add(job)
    return work.run(processes)


@dataclass(frozen=True)
class _Job:
    do: Callable[..., Any]
    after: tuple[int, ...]


@dataclass
class Work:
    """Jobs, some of which come after others."""

    _jobs: list[_Job] = field(default_factory=list)

    def add(self, job: Callable[..., Any], *after: int) -> int:
        """Have `job` done when those numbered in `after` are; it is called with what they returned. Its own number."""
        self._jobs.append(_Job(job, after))
        return len(self._jobs) - 1

    def run(self, processes: int | None = None) -> list[Any]:
        """Do all jobs; what each returned (small things: a copy of it travels), in their order.

        Of those that can begin the first added does. The first failure (in their order) is raised here when all are done that
        need not wait for it. What they print comes in their order.
        """
        count = min(processes or cores(), len(self._jobs))
        # a copy of a process with threads may wait for ever for what one of them held
        if count <= 1 or not hasattr(os, "fork") or threading.active_count() > 1:
            return self._one_by_one()
        sys.stdout.flush()
        sys.stderr.flush()
        with ExitStack() as files:
            said = [(files.enter_context(tempfile.TemporaryFile()), files.enter_context(tempfile.TemporaryFile())) for _ in self._jobs]
            answers, failed = _all(self._jobs, said, count)
            for output, _ in said:
                output.seek(0)
                sys.stderr.write(output.read().decode(errors="replace"))
            if failed:
                raise _failure(said[min(failed)][1])
            return [answers[number] for number in range(len(self._jobs))]

    def _one_by_one(self) -> list[Any]:
        answers: list[Any] = []
        for job in self._jobs:
            answers.append(job.do(*(answers[number] for number in job.after)))
        return answers


def _all(jobs: Sequence[_Job], said: Sequence[tuple[IO[bytes], IO[bytes]]], count: int) -> tuple[dict[int, Any], list[int]]:
    """Run `jobs`, `count` at once; what each returned by its number, and the numbers of those that failed."""
    waiting = [*range(len(jobs))]
    running: dict[int, int] = {}
    answers: dict[int, Any] = {}
    failed: list[int] = []

    def ready() -> int | None:
        return next((number for number in waiting if answers.keys() >= set(jobs[number].after)), None)

    while True:
        while len(running) < count and (number := ready()) is not None:
            waiting.remove(number)
            job = jobs[number]
            running[_start(lambda job=job: job.do(*(answers[each] for each in job.after)), *said[number])] = number  # type: ignore[misc]
        if not running:  # what still waits comes after something that failed
            return answers, failed
        process, status = os.wait()
        if process in running:
            number = running.pop(process)
            if status:
                failed.append(number)
            else:
                answers[number] = _answer(said[number][1])


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


def _answer(file: IO[bytes]) -> Any:
    file.seek(0)
    return pickle.load(file)  # noqa: S301 (the parent wrote these bytes itself, as its own copy)


def _failure(file: IO[bytes]) -> BaseException:
    file.seek(0)
    data = file.read()
    # the parent wrote these bytes itself, as its own copy
    found: BaseException = pickle.loads(data) if data else RuntimeError("a process ended without a word")  # noqa: S301
    return found
