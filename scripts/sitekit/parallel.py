"""Runs pieces of work in as many processes as there are cores; one may wait for others and is told what they returned.

Where a system cannot fork, or with one core, the work is done one piece after the other.
"""

from __future__ import annotations

import os
import select
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sitekit.helpers import Helper, Said, told
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
    alone: bool


@dataclass
class Work:
    """Jobs, some of which come after others."""

    _jobs: list[_Job] = field(default_factory=list)

    def add(self, job: Callable[..., Any], *after: int, alone: bool = False) -> int:
        """Have `job` done when those numbered in `after` are; it is called with what they returned. Its own number.

        One that leaves traces in what others use is done `alone`, in a process where nothing was done before or is done after.
        """
        self._jobs.append(_Job(job, after, alone))
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
            answers, failed = _Run(self._jobs, said, count).all()
            for output, _ in said:
                output.seek(0)
                sys.stderr.write(output.read().decode(errors="replace"))
            if failed:
                raise told(said[min(failed)][1])
            return [answers[number] for number in range(len(self._jobs))]

    def _one_by_one(self) -> list[Any]:
        answers: list[Any] = []
        for job in self._jobs:
            answers.append(job.do(*(answers[number] for number in job.after)))
        return answers


class _Run:
    """One run of `jobs`, `count` at once, each with its files in `said`."""

    def __init__(self, jobs: Sequence[_Job], said: Sequence[Said], count: int) -> None:
        self.jobs, self.said, self.count = jobs, said, count
        self.waiting = [*range(len(jobs))]
        #: The helpers at work, by what they tell their news through, each with the number of its job.
        self.running: dict[int, tuple[int, Helper]] = {}
        self.idle: list[Helper] = []
        self.answers: dict[int, Any] = {}
        self.failed: list[int] = []

    def all(self) -> tuple[dict[int, Any], list[int]]:
        """What each job returned by its number, and the numbers of those that failed; what comes after these is not done."""
        try:
            while self._begin():
                for news in select.select([*self.running], [], [])[0]:
                    self._end(*self.running.pop(news))
        finally:
            for helper in (*self.idle, *(helper for _, helper in self.running.values())):
                helper.end()
        return self.answers, self.failed

    def _begin(self) -> bool:
        """Begin what can begin; False when nothing is at work."""
        while len(self.running) < self.count and (number := self._next()) is not None:
            self.waiting.remove(number)
            job = self.jobs[number]
            helper = self.idle.pop() if self.idle and not job.alone else self._helper()
            helper.begin(number, [self.answers[each] for each in job.after])
            self.running[helper.news] = number, helper
        return bool(self.running)

    def _next(self) -> int | None:
        return next((number for number in self.waiting if self.answers.keys() >= set(self.jobs[number].after)), None)

    def _helper(self) -> Helper:
        return Helper([job.do for job in self.jobs], self.said, [*self.idle, *(helper for _, helper in self.running.values())])

    def _end(self, number: int, helper: Helper) -> None:
        done = helper.done()
        if done:
            self.answers[number] = told(self.said[number][1])
        else:
            self.failed.append(number)
        if done and not self.jobs[number].alone:
            self.idle.append(helper)
        else:
            helper.end()
