"""The vocabulary of schema.org from the tables of data/schema_org, and whether a node keeps to it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "data/schema_org"
PREFIX = "https://schema.org/"
CLOCK = re.compile(r"\d\d:\d\d(:\d\d)?")
LENGTH = re.compile(r"\d+(\.\d+)? \w+")

Fault = tuple[str, str, str]  # rule, property (or type), what stands there


def types_of(node: dict[str, Any]) -> list[str]:
    """The types of a node."""
    kinds = node.get("@type", [])
    return [kinds] if isinstance(kinds, str) else list(kinds)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every node with a type in `value`, nested ones included."""
    for each in _listed(value):
        if isinstance(each, dict):
            if "@type" in each:
                yield each
            for inside in each.values():
                yield from nodes(inside)


@dataclass(frozen=True)
class Vocabulary:
    """Parents of types, domains and ranges of properties, enumerations of members."""

    parents: dict[str, tuple[str, ...]]
    domains: dict[str, set[str]]
    ranges: dict[str, set[str]]
    members: dict[str, set[str]]

    def above(self, kind: str) -> set[str]:
        """`kind` and every type above it."""
        found = {kind}
        for parent in self.parents.get(kind, ()):
            found |= self.above(parent)
        return found

    def faults(self, node: dict[str, Any]) -> Iterator[Fault]:
        """What in `node` alone (not in the nodes inside it) the vocabulary does not have."""
        kinds = types_of(node)
        yield from (("data-type", kind, kind) for kind in kinds if kind not in self.parents)
        above = set().union(*(self.above(kind) for kind in kinds))
        for key, value in node.items():
            if key.startswith("@"):
                continue
            if not self.domains.get(key, set()) & above:
                yield "data-property", key, "/".join(kinds)
                continue
            for each in _listed(value):
                if not self._fits(each, self.ranges[key]):
                    yield "data-value", key, str(each)[:80]

    def _fits(self, value: Any, ranges: set[str]) -> bool:
        if isinstance(value, dict):
            above: Iterable[set[str]] = (self.above(kind) for kind in types_of(value))
            return set(value) == {"@id"} or any(ranges & each for each in above)
        if isinstance(value, bool):
            return "Boolean" in ranges
        if isinstance(value, (int, float)):
            return bool(ranges & ({"Number", "Integer", "Float"} if isinstance(value, int) else {"Number", "Float"}))
        return bool(value) and any(self._text_fits(str(value), kind) for kind in ranges)

    def _text_fits(self, text: str, kind: str) -> bool:
        if kind in {"Date", "DateTime"}:
            return _is_date(text)
        checks = {"Text": True, "URL": text.startswith(("https://", "http://")), "Time": bool(CLOCK.fullmatch(text)),
                  "Distance": bool(LENGTH.fullmatch(text))}  # fmt: skip
        return checks.get(kind, text.startswith(PREFIX) and kind in self.members.get(text.removeprefix(PREFIX), set()))


def _is_date(text: str) -> bool:
    """A day, or a month or year alone, or a day with its time."""
    try:
        datetime.datetime.fromisoformat({4: f"{text}-01-01", 7: f"{text}-01"}.get(len(text), text))
    except ValueError:
        return False
    return True


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The tables, read once."""
    def rows(name: str) -> Iterator[list[str]]:
        yield from (line.split("\t") for line in (FOLDER / name).read_text("utf-8").splitlines())

    fields = list(rows("properties.tsv"))
    return Vocabulary({name: tuple(parents.split()) for name, parents in rows("types.tsv")},
                      {name: set(domains.split()) for name, domains, _ in fields},
                      {name: set(ranges.split()) for name, _, ranges in fields},
                      {name: set(kinds.split()) for name, kinds in rows("members.tsv")})  # fmt: skip
