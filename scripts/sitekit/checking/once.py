"""Work that several rules need is done once for a corpus, and forgotten with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from sitekit.checking.corpus import Corpus

Result = TypeVar("Result")


class once(Generic[Result]):  # noqa: N801 (a decorator)
    """A function that remembers what it found in each corpus for as long as that corpus lives."""

    def __init__(self, find: Callable[[Corpus], Result]) -> None:
        self.find = find
        self.kept: WeakKeyDictionary[Corpus, Result] = WeakKeyDictionary()
        update_wrapper(self, find)

    def __call__(self, corpus: Corpus) -> Result:
        """What was found in `corpus`, found now if it was not before."""
        if corpus not in self.kept:
            self.kept[corpus] = self.find(corpus)
        return self.kept[corpus]
