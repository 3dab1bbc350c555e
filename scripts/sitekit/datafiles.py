"""Reading YAML that people write: safe, UTF-8, no duplicate keys, and a message when it does not parse."""

from __future__ import annotations

import json
import pickle
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from sitekit import kept, programs_digest, yaml_tricks
from sitekit.problems import ContentError, Problem

FOLDER = "yaml"
#: Texts of fewer characters are read in no time.
SMALL = 2_000


class _Strict:
    """What makes a loader that refuses a key written twice (YAML would silently keep the second) and leaves dates as they are written.

    YAML makes 2025-03-08 a date and dies of 2025-13-08; here both are texts, for a check to judge.
    """

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in rows if tag != "tag:yaml.org,2002:timestamp"]
        for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> Any:
        seen: set[str] = set()
        for key_node, _ in node.value:
            key = str(getattr(key_node, "value", ""))
            if key in seen:
                raise yaml.constructor.ConstructorError(None, None, f"duplicate key: {key}", key_node.start_mark)
            seen.add(key)
        return super().construct_mapping(node, deep)  # type: ignore[misc]


class _StrictLoader(_Strict, yaml.SafeLoader):
    """Says what is wrong in the words that the messages are made for."""


class _QuickLoader(_Strict, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The same in C, ten times as fast, where libyaml is there."""


def parse(text: str, path: str, first_line: int = 1) -> Any:
    """Parse YAML `text` found in file `path` from line `first_line` on; ContentError when it does not parse."""
    if trick := yaml_tricks.find(text):
        raise ContentError([Problem("unreadable-data", path, first_line + trick[0], {"reason": trick[1]})])
    try:
        return yaml.load(text, Loader=_QuickLoader)  # noqa: S506 (a subclass of SafeLoader)
    except yaml.YAMLError:
        pass  # read once more below, for the message
    try:
        return yaml.load(text, Loader=_StrictLoader)  # noqa: S506 (a subclass of SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + mark.line if mark else first_line
        reason = getattr(error, "problem", None) or str(error)
        raise ContentError([Problem("unreadable-data", path, line, {"reason": reason})]) from error


def same_in_json(value: Any) -> bool:
    """Whether JSON can hold `value`: not with keys that are numbers, or with what only YAML has."""
    try:
        return bool(json.loads(json.dumps(value)) == value)
    except (TypeError, ValueError):
        return False


@lru_cache(maxsize=128)
def _packed(text: str, name: str, root: Path) -> bytes:
    """What `text` holds, ready to be handed out afresh: reading it again when a preview goes on would take longer."""
    return pickle.dumps(_kept(text, name, root))


def _kept(text: str, name: str, root: Path) -> Any:
    """What `text` holds, as the last build read it if the text is the same: YAML takes many times as long as JSON."""
    if len(text) < SMALL or not kept.used():
        return parse(text, name)
    key = programs_digest.of(programs_digest.code(), text)
    known = kept.read(root, f"{FOLDER}/{name}")
    if known and known["key"] == key:
        return known["value"]
    value = parse(text, name)
    if same_in_json(value):
        kept.write(root, f"{FOLDER}/{name}", {"key": key, "value": value})
    return value


def load(root: Path, name: str) -> Any:
    """The content of data file `name` (relative to `root`)."""
    try:
        return pickle.loads(_packed((root / name).read_text("utf-8"), name, root))  # noqa: S301 (packed above)
    except UnicodeDecodeError as error:
        raise ContentError([Problem("not-utf-8", name, words={"byte": error.start})]) from error
