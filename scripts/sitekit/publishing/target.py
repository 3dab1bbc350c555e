"""What a place must be able to do so that releases can be kept there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

RELEASE = re.compile(r"(\d{4,})-[0-9a-f]{8}")
CURRENT, PREVIOUS, RELEASES = "current", "previous", "releases"


@dataclass(frozen=True)
class State:
    """Names of the whole releases, the oldest first; those begun and never finished; where the two links lead ("" for nowhere)."""

    whole: list[str]
    begun: list[str]
    current: str = ""
    previous: str = ""


class Target(Protocol):
    """A place for releases."""

    def state(self) -> State:
        """What is there."""

    def upload(self, stage: Path, name: str, base: str) -> None:
        """Put the release in folder `stage` there as `name`, its list last; `base`: a release that may hold the same files."""

    def link(self, link: str, name: str) -> None:
        """Let `link` (current or previous) lead to release `name`, from one instant to the next."""

    def remove(self, name: str) -> None:
        """Remove release `name`."""


def number(name: str) -> int:
    """The number of release `name`; 0 for what is none."""
    found = RELEASE.fullmatch(name)
    return int(found[1]) if found else 0


def ordered(names: list[str]) -> list[str]:
    """Those of `names` that are releases, by their numbers."""
    return sorted((name for name in names if number(name)), key=number)
