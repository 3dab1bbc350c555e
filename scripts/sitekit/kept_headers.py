"""Headers of pages as an earlier build read them: reading YAML takes many times as long as reading what it held."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from sitekit import datafiles, kept, parallel, programs_digest
from sitekit.pictures.run import cores
from sitekit.problems import ContentError

FILE = "yaml/headers"
#: Headers below which more processes cost more than they save.
FEW = 100


class KeptHeaders:
    """Those of the project at `root`; each is the same as long as its text and our programs are."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._programs = programs_digest.code() if kept.used() else ""
        found = kept.read(root, FILE) or {}
        self._known: dict[str, Any] = found["headers"] if found.get("programs") == self._programs else {}
        self._now: dict[str, Any] = {}

    def parse(self, text: str, path: str, first_line: int = 1) -> Any:
        """As `datafiles.parse`."""
        key = _key(text)
        if key in self._known:
            self._now[key] = self._known[key]
        if key in self._now:
            return self._now[key]
        value = datafiles.parse(text, path, first_line)
        if datafiles.same_in_json(value):
            self._now[key] = value
        return value

    def learn(self, heads: Sequence[str]) -> None:
        """Read the `heads` that are new, by several processes where they are many. One that is wrong says so when it is asked for."""
        new = [head for head in heads if _key(head) not in self._known]
        if len(new) >= FEW:
            count = cores()
            for found in parallel.run([partial(_parsed, new[number::count]) for number in range(count)]):
                self._now |= found

    def found(self, text: str) -> Any:
        """What header `text` held when it was last asked for; None when it was not."""
        return self._now.get(_key(text))

    def write(self) -> None:
        """Write down those that were asked for."""
        if self._now.keys() != self._known.keys():
            kept.write(self.root, FILE, {"programs": self._programs, "headers": self._now})
            self._known = dict(self._now)


def _key(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _parsed(heads: Sequence[str]) -> dict[str, Any]:
    found = {}
    for head in heads:
        with contextlib.suppress(ContentError):
            value = datafiles.parse(head, "")
            if datafiles.same_in_json(value):
                found[_key(head)] = value
    return found


@lru_cache(maxsize=4)
def of(root: Path) -> KeptHeaders:
    """The headers of the project at `root`; a preview that goes on asks the same ones again."""
    return KeptHeaders(root)
