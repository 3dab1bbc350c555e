"""Processes that do pieces of work one after another: copies of this one (fork), with all that was read so far.

A copy costs some time, and each that touches what it was given pays for its own: few copies with many pieces each cost least.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import IO, Any, NoReturn

#: Files of a piece: what it prints, and what it returns or what went wrong.
Said = tuple[IO[bytes], IO[bytes]]
#: What a helper says of a piece.
DONE, FAILED = b"+", b"-"


class Helper:
    """A process that does the pieces of `jobs` that it is told to, each with its files in `said`.

    It closes what it inherits of the `others`, so that each of them learns when this process ends.
    """

    def __init__(self, jobs: Sequence[Callable[..., object]], said: Sequence[Said], others: Iterable[Helper]) -> None:
        orders, self._orders = os.pipe()
        self.news, news = os.pipe()
        self._process = os.fork()
        if not self._process:
            for mine in (self._orders, self.news, *(each for other in others for each in (other._orders, other.news))):
                os.close(mine)
            _serve(jobs, said, orders, news)
        os.close(orders)
        os.close(news)

    def begin(self, number: int, arguments: Sequence[object]) -> None:
        """Have piece `number` done with `arguments`; `news` can be read when it is."""
        with os.fdopen(os.dup(self._orders), "wb") as line:
            pickle.dump((number, arguments), line, pickle.HIGHEST_PROTOCOL)

    def done(self) -> bool:
        """Whether the piece begun last was done; False when it failed or the process ended without a word."""
        return os.read(self.news, 1) == DONE

    def end(self) -> None:
        """Let the process end."""
        os.close(self._orders)
        os.close(self.news)
        os.waitpid(self._process, 0)


def _serve(jobs: Sequence[Callable[..., object]], said: Sequence[Said], orders: int, news: int) -> NoReturn:
    try:
        gc.disable()  # the process ends soon, and what it inherited would only be walked over again and again
        with os.fdopen(orders, "rb") as line:
            while True:
                number, arguments = pickle.load(line)  # noqa: S301 (the parent wrote it)
                os.write(news, DONE if _done(jobs[number], arguments, *said[number]) else FAILED)
    except EOFError:  # there is nothing more to do
        os._exit(0)
    finally:
        os._exit(1)


def _done(job: Callable[..., object], arguments: Sequence[object], output: IO[bytes], answer: IO[bytes]) -> bool:
    """Whether `job` did not fail; in `answer` lies what it returned or raised."""
    os.dup2(output.fileno(), 1)
    os.dup2(output.fileno(), 2)
    try:
        answer.write(pickle.dumps(job(*arguments), pickle.HIGHEST_PROTOCOL))
        return True
    except BaseException as error:  # it is raised again in the parent
        answer.seek(0)
        answer.truncate()
        answer.write(_packed(error))
        return False
    finally:
        answer.flush()
        sys.stdout.flush()
        sys.stderr.flush()


def _packed(error: BaseException) -> bytes:
    """`error` for the parent; its words alone where it does not survive the way."""
    try:
        data = pickle.dumps(error)
        pickle.loads(data)  # noqa: S301 (written one line above)
    except Exception:  # whatever a foreign exception may hold
        return pickle.dumps(RuntimeError(f"{type(error).__name__}: {error}"))
    return data


def told(answer: IO[bytes]) -> Any:
    """What a piece returned, or the exception that it raised."""
    answer.seek(0)
    try:
        return pickle.load(answer)  # noqa: S301 (the parent reads what its own copy wrote)
    except (EOFError, pickle.UnpicklingError):  # killed before it could say anything, or the whole of it
        return RuntimeError("a process ended without a word")
