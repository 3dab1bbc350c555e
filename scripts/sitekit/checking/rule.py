"""What a rule is: a name, a level, and a function from the content to what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from sitekit.checking.corpus import Corpus
from sitekit.problems import Problem as Finding

Level = Literal["error", "warning"]

__all__ = ["Finding", "Level", "Rule"]


@dataclass(frozen=True)
class Rule:
    """One rule. An `error` stops publishing, a `warning` does not; `run` never raises, whatever the files hold."""

    name: str
    level: Level
    run: Callable[[Corpus], Iterator[Finding]]
