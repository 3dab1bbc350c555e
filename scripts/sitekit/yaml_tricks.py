"""YAML that is small to write and huge to read: references that multiply, lists in lists without end.

Nobody needs either in a data file. Most files are told harmless by a glance; the others are read as a row of events,
which nothing multiplies.
"""

from __future__ import annotations

import re

import yaml

#: Nothing of the project lies deeper than six.
DEEPEST = 30
REFERENCE = re.compile(r"(?:^|[\s,\[{:-])[&*][^\s,\]}]", re.MULTILINE)
BRACKET = re.compile(r"[\[\]{}]")
INDENT = re.compile(r"^(?: |- )*", re.MULTILINE)


def _suspect(text: str) -> bool:
    depth = deepest = 0
    for sign in BRACKET.findall(text):
        depth += 1 if sign in "[{" else -1
        deepest = max(deepest, depth)
    return deepest > DEEPEST or REFERENCE.search(text) is not None or max(map(len, INDENT.findall(text))) > DEEPEST


def _line(event: yaml.Event) -> int:
    return event.start_mark.line if event.start_mark else 0


def find(text: str) -> tuple[int, str] | None:
    """Line (from 0) and name of the first trick in `text`: a reference, or something nested too deep; None for none."""
    if not _suspect(text):
        return None
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                return _line(event), "reference (& or *)"
            if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                depth += 1
                if depth > DEEPEST:
                    return _line(event), "nested too deep"
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                depth -= 1
    except yaml.YAMLError:
        return None  # the loader says what is wrong
    except RecursionError:
        return 0, "nested too deep"
    return None
