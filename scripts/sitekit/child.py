"""Runs a piece of work in a process of its own, so that whatever happens to it happens to no one else."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from typing import NoReturn


def run(work: Callable[[], int]) -> int:
    """The exit code of `work`, done by a copy of this process (fork): what is loaded need not be loaded again.

    The number of the signal that ended it, negative, as `subprocess` has it. An exception is printed and ends it with 1.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    process = os.fork()
    if not process:
        _end(work)
    try:
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    except BaseException:  # an interruption reaches both; the work must have ended before its traces are removed
        os.waitpid(process, 0)
        raise


def _end(work: Callable[[], int]) -> NoReturn:
    code = 1
    try:
        code = work()
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
