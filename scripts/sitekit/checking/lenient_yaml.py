"""YAML as editors leave it: whatever can be read is read, with the line of every key, and nothing raises.

Values stay the text that was typed (a figure keeps its zeros, a date its form); only empty, `null`, `true` and `false`
become Python's. Built from the parser's events and not by PyYAML's loader, which recurses (the C one can crash on
deep nesting), follows references (a small file can stand for a huge one) and knows no lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_EMPTY = {"", "~", "null", "Null", "NULL"}
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_PLAIN_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "seq", "map", "timestamp")}
DEEPEST = 30


class Map(dict[str, Any]):
    """A mapping that knows the line (from 1) on which it starts and the line of each key."""

    line: int = 0

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, int] = {}


class Seq(list[Any]):
    """A list that knows the line (from 1) on which it starts and the line of each item."""

    line: int = 0

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[int] = []


@dataclass(frozen=True)
class Fault:
    """Why text cannot be read. `kind`: syntax, duplicate-key, reference, tag, deep, several; `detail`: the parser's word or key."""

    line: int
    kind: str
    detail: str = ""
    column: int = 0


@dataclass(frozen=True)
class Loaded:
    """What was read (up to the first fault of syntax) and what stood in the way."""

    value: Any
    faults: tuple[Fault, ...]


class _StopError(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.kind)
        self.fault = fault


class _Builder:
    """Puts the parser's events together without recursion."""

    def __init__(self, first_line: int) -> None:
        self.first = first_line
        self.value: Any = None
        self.faults: list[Fault] = []
        self.stack: list[tuple[Map | Seq, str | None]] = []  # container, key that waits for its value
        self.documents = 0

    def take(self, event: yaml.Event) -> None:
        mark = event.start_mark
        line, column = (mark.line + self.first, mark.column + 1) if mark else (self.first, 0)
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise _StopError(Fault(line, "several"))
        elif isinstance(event, yaml.AliasEvent):
            raise _StopError(Fault(line, "reference", event.anchor or "", column))
        elif isinstance(event, yaml.ScalarEvent):
            self._tag(event, line)
            self._add(self._scalar(event), line)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._tag(event, line)
            container: Map | Seq = Map() if isinstance(event, yaml.MappingStartEvent) else Seq()
            container.line = line
            if len(self.stack) >= DEEPEST:
                raise _StopError(Fault(line, "deep"))
            self._add(container, line)
            self.stack.append((container, None))
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self.stack.pop()

    @staticmethod
    def _scalar(event: yaml.ScalarEvent) -> Any:
        if event.style or not event.implicit[0]:
            return event.value
        return None if event.value in _EMPTY else _TRUTH.get(event.value, event.value)

    @staticmethod
    def _tag(event: Any, line: int) -> None:
        if event.tag and event.tag not in _PLAIN_TAGS and event.tag != "!":
            raise _StopError(Fault(line, "tag", event.tag.rpartition(":")[2]))

    def _add(self, value: Any, line: int) -> None:
        if not self.stack:
            self.value = value
            return
        container, key = self.stack[-1]
        if isinstance(container, Seq):
            container.append(value)
            container.lines.append(line)
        elif key is None:
            if isinstance(value, (Map, Seq)):
                raise _StopError(Fault(line, "syntax", "key"))
            name = "" if value is None else str(value)
            if name in container:
                self.faults.append(Fault(line, "duplicate-key", name))
            container.lines[name] = line
            self.stack[-1] = (container, name)
        else:
            container[key] = value
            self.stack[-1] = (container, None)


def read(text: str, first_line: int = 1) -> Loaded:
    """`text` as YAML; lines count from `first_line`. Never raises."""
    builder = _Builder(first_line)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
    except _StopError as stop:
        builder.faults.append(stop.fault)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 0)
        builder.faults.append(Fault(line, "syntax", getattr(error, "problem", None) or "", column))
    return Loaded(builder.value, tuple(builder.faults))


def texts(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Map]]:
    """Every text `{vi: …, en: …}` inside `value` with the keys that lead to it; rows of a list go by their `key`."""
    if isinstance(value, Map):
        if isinstance(value.get("vi"), str) or ({"en", "lo", "zh"} & value.keys() and not any(
                isinstance(item, (Map, Seq)) for item in value.values())):  # fmt: skip
            yield path, value
            return
        for key, item in value.items():
            yield from texts(item, (*path, key))
    elif isinstance(value, Seq):
        for number, item in enumerate(value, 1):
            name = item.get("key") or item.get("name") if isinstance(item, Map) else None
            yield from texts(item, (*path, name if isinstance(name, str) else str(number)))
