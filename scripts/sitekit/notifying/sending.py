"""Sending a request until it is answered: what may pass by itself is tried again after a while, twice as long each time."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import Message
from typing import Any

#: Answers that may be another in a moment: too many requests, and faults on the other side.
PASSING = (429, 500, 502, 503, 504)
#: Longest wait that another side may ask for, in seconds: a publishing job must end.
LONGEST = 120.0
#: Bytes of an answer that are read.
MOST = 100_000


@dataclass(frozen=True)
class Answer:
    """`status` of HTTP, 0 when no answer came; `text` is what was said, or why nothing was."""

    status: int
    text: str


@dataclass(frozen=True)
class Sender:
    """How requests are sent: seconds to wait for an answer, how often to try, seconds before the second time."""

    timeout: float = 20.0
    attempts: int = 4
    pause: float = 2.0
    sleep: Callable[[float], Any] = field(default=time.sleep)

    def post(self, address: str, body: bytes, kind: str) -> Answer:
        """The last answer to `body` (of media type `kind`) sent to `address`."""
        request = urllib.request.Request(address, body, {"Content-Type": kind}, method="POST")  # noqa: S310 (checked by the caller)
        for attempt in range(1, self.attempts + 1):
            answer, asked = _once(request, self.timeout)
            if attempt == self.attempts or not (answer.status in PASSING or answer.status == 0):
                break
            self.sleep(min(max(asked, self.pause * 2 ** (attempt - 1)), LONGEST))
        return answer


class _Stay(urllib.request.HTTPRedirectHandler):
    """A request that is sent elsewhere would arrive there without its body."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        """Follow nowhere."""


_opener = urllib.request.build_opener(_Stay)


def _once(request: urllib.request.Request, timeout: float) -> tuple[Answer, float]:
    """One answer, and the seconds that the other side asks to wait (0 when it does not say)."""
    try:
        with _opener.open(request, timeout=timeout) as response:
            return Answer(response.status, _text(response.read(MOST))), 0
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error.code, _text(error.read(MOST))), _asked(error.headers)
    except (OSError, http.client.HTTPException) as error:
        return Answer(0, str(getattr(error, "reason", "") or error) or type(error).__name__), 0


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace").strip()


def _asked(headers: Message) -> float:
    """Retry-After in seconds; dates, which are rare, are left to our own rhythm."""
    value = str(headers.get("Retry-After") or "")
    return float(value) if value.isdigit() else 0.0
