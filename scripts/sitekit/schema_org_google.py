"""What Google asks of nodes beyond the vocabulary, from data/schema_org/google.yml."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from sitekit import datafiles
from sitekit.schema_org import Fault, types_of, vocabulary

ROOT = Path(__file__).resolve().parents[2]
FILE = "data/schema_org/google.yml"
#: How much a property is wanted → the rule for one that is missing.
NEEDS = {"required": "data-required", "recommended": "data-recommended"}


@lru_cache(maxsize=1)
def table() -> dict[str, dict[str, Any]]:
    """Type → required, recommended, left_out."""
    return dict(datafiles.load(ROOT, FILE))


def faults(node: dict[str, Any], known: dict[str, dict[str, Any]]) -> Iterator[Fault]:
    """What `node` lacks. `known` are nodes by `@id`, into which a path may lead."""
    above = set().union(*(vocabulary().above(kind) for kind in types_of(node)))
    for kind, asked in table().items():
        if kind in above:
            for need, rule in NEEDS.items():
                for path in asked.get(need, ()):
                    if path not in asked.get("left_out", {}) and not _there(node, path, known):
                        yield rule, path, "/".join(types_of(node))


def _there(node: dict[str, Any], path: str, known: dict[str, dict[str, Any]]) -> bool:
    """Whether every value at `path` is there; the first step alone says whether there is one at all."""
    first, _, rest = path.partition(".")
    value = node.get(first)
    values = value if isinstance(value, list) else [value]
    if not rest:
        return value not in (None, "", [])
    inside = [known.get(each["@id"], each) if set(each) == {"@id"} else each for each in values if isinstance(each, dict)]
    return bool(inside) and all(_there(each, rest, known) for each in inside)
