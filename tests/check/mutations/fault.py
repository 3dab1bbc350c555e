"""What a fault is, and the machine that makes faults of every kind from a seed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mutations.changed_site import Changes, Site
from sitekit.checking.blocks import Block
from sitekit.checking.source_page import SourcePage
from sitekit.languages import REFERENCE

#: How often a kind may fail to find a place for a fault before it gives up.
TRIES = 400


@dataclass(frozen=True)
class Fault:
    """One fault. `expected`: rules any of which finds it; none for an edit that does no harm. `what` tells a person."""

    kind: str
    changes: Changes
    expected: tuple[str, ...]
    what: str


Make = Callable[[random.Random, Site], Fault | None]


@dataclass(frozen=True)
class Kind:
    """A kind of fault and the function that makes one, or None where the page it chose has no place for it."""

    name: str
    make: Make


def faults(kind: Kind, site: Site, seed: int, count: int) -> Iterable[Fault]:
    """Up to `count` different faults of a kind; the same for the same seed and pages."""
    rng = random.Random(f"{seed} {kind.name}")  # a text, so that kinds do not share a sequence
    seen: set[tuple[str, ...]] = set()
    for _ in range(TRIES + 20 * count):
        if len(seen) >= count:
            return
        fault = kind.make(rng, site)
        key = tuple(f"{path} {content!r}" for path, content in sorted(fault.changes.items())) if fault else ()
        if fault and key not in seen:
            seen.add(key)
            yield fault


def page(rng: random.Random, site: Site, *codes: str) -> SourcePage:
    """A page of one of `codes`, or of any translation."""
    pages = [one for one in site.pages() if (one.code in codes if codes else one.code != REFERENCE)]
    return rng.choice(pages)


def block(rng: random.Random, one: SourcePage, *kinds: str) -> Block | None:
    """A block of the page that is one of `kinds`."""
    found = [block for block in one.blocks if block.kind in kinds]
    return rng.choice(found) if found else None


def lines(one: SourcePage, edit: Callable[[list[str]], None]) -> Changes:
    """The page with its lines edited in place."""
    rows = list(one.lines)
    edit(rows)
    return {one.path: "\n".join(rows).encode("utf-8")}


def at(one: SourcePage, line: int, column: int, old: str, new: str) -> Changes:
    """The page with `old`, which stands on `line` from `column` on, replaced by `new`."""
    rows = list(one.lines)
    rows[line - 1] = rows[line - 1][:column] + new + rows[line - 1][column + len(old) :]
    return {one.path: "\n".join(rows).encode("utf-8")}


def without_line(one: SourcePage, line: int) -> Changes:
    """The page without one line."""
    rows = list(one.lines)
    del rows[line - 1]
    return {one.path: "\n".join(rows).encode("utf-8")}


def replaced(one: SourcePage, line: int, old: str, new: str, place: int = 0) -> Changes:
    """The page with `old` on `line`, the `place`-th of several, replaced by `new`."""
    rows = list(one.lines)
    row = rows[line - 1]
    at = [found.start() for found in re.finditer(re.escape(old), row)]
    start = at[place % len(at)]
    rows[line - 1] = row[:start] + new + row[start + len(old) :]
    return {one.path: "\n".join(rows).encode("utf-8")}


#: A citation, an id, the target of a link, code or the beginning of a picture; else prose up to the next of these.
_PROSE = re.compile(r"(?:\{\{.*?\}\}|\{ ?#.*?\}|\]\([^)]*\)|`[^`]*`|!\[)|((?:(?!\{\{|\{ ?#|\]\(|`|!\[).)+)")


def prose_spans(one: SourcePage) -> Iterable[tuple[int, int, str]]:
    """Line, column and text of every stretch of prose: no header but its texts, no citation, address, id or code."""
    for number, line in enumerate(one.lines, 1):
        if number < one.body_line and not re.match(r"(?:title|description|lead):", line):
            continue
        start = line.index(":") + 1 if number < one.body_line else 0
        for found in _PROSE.finditer(line, start):
            if found[1]:
                yield number, found.start(), found[1]
