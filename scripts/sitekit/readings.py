"""Which pages were looked at while something was made, so that it is made again when one of them changes.

A reading is ("shown", language, name), ("real", language, name), ("showing", language, block) or EVERY. Which pages exist
is no reading: when that changes, everything is made again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

Reading = tuple[str, ...]
EVERY: Reading = ("every",)


class Readings:
    """Notes readings for whoever asked last; one who asks inside another's asking passes on what was noted."""

    def __init__(self) -> None:
        self._open: list[set[Reading]] = []

    def note(self, reading: Reading) -> None:
        """Something was looked at."""
        if self._open:
            self._open[-1].add(reading)

    def note_all(self, readings: Iterable[Reading]) -> None:
        """The same for many: what is now used again was made from them."""
        if self._open:
            self._open[-1].update(readings)

    @contextmanager
    def noted(self) -> Iterator[set[Reading]]:
        """The set that is filled while the block runs."""
        found: set[Reading] = set()
        self._open.append(found)
        try:
            yield found
        finally:
            self._open.pop()
            self.note_all(found)
