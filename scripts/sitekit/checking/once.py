"""Work that several rules need is done once for a corpus, and forgotten with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from sitekit.checking.corpus import Corpus

Result = TypeVar("Result")


def once(find: Callable[[Corpus], Result]) -> Callable[[Corpus], Result]:
    """`find`, remembering what it found in each corpus for as long as that corpus lives."""
    kept: WeakKeyDictionary[Corpus, Result] = WeakKeyDictionary()

    @wraps(find)
    def found(corpus: Corpus) -> Result:
        if corpus not in kept:
            kept[corpus] = find(corpus)
        return kept[corpus]

    return found
