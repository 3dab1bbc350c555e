"""Rows of data files: each has what is needed to show it, may be published, and its dates can be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitekit import occurrences
from sitekit.figures import AS_OF, PUBLISHABLE
from sitekit.problems import Problem
from sitekit.site import Site

#: What a row of each file cannot do without. Other keys may be missing or null.
NEEDED = {
    "places": ("name", "kind", "commune", "sources"),
    "parks": ("name", "area", "developer", "location", "state", "sources"),
    "visas": ("group", "rule", "document", "sources"),
    "events": ("key", "name", "rule", "where", "text", "sources", "confidence"),
    "investors": ("key", "name", "sector", "where", "state", "sources", "confidence"),
    "contacts": ("key", "kind", "name", "role", "sources", "confidence"),
    "communes": ("name", "kind", "sources"),
    "plots": ("title", "kind", "points"),
    "glossary": ("kind",),
}
#: The values that a key may have, by file and key.
VALUES = {("communes", "kind"): ("commune", "ward"), ("plots", "kind"): ("bar", "line"),
          ("contacts", "kind"): ("authority", "company", "website"),
          ("glossary", "kind"): ("place", "sight", "person", "culture", "office", "economy")}  # fmt: skip

Row = dict[str, Any]


def rows(site: Site, file: str) -> list[tuple[str, Row]]:
    """The rows of a data file, each with the name by which an editor finds it."""
    data = getattr(site, file)
    if isinstance(data, dict):
        return list(data.items())
    return [(str(row.get("key") or _name(row.get("name")) or number), row) for number, row in enumerate(data, 1)]


def _name(value: Any) -> str:
    return str(value.get("vi", "")) if isinstance(value, dict) else str(value or "")


def problems(site: Site) -> list[Problem]:
    """Every row that lacks something, holds an unknown value, or is not confirmed well enough."""
    return [Problem(rule, f"data/{file}.yml", words={"row": name, **words})
            for file in NEEDED for name, row in rows(site, file) for rule, words in _row(file, row)]  # fmt: skip


def _row(file: str, row: Row) -> Iterator[tuple[str, dict[str, Any]]]:
    for key in NEEDED[file]:
        if not row.get(key):
            yield "row-incomplete", {"key": key}
    for (where, key), allowed in VALUES.items():
        if where == file and row.get(key) and row[key] not in allowed:
            yield "row-value", {"key": key, "value": row[key], "values": ", ".join(allowed)}
    if row.get("confidence") and row["confidence"] not in PUBLISHABLE:
        yield "unverified-row", {"confidence": row["confidence"]}
    if row.get("as_of") and not AS_OF.fullmatch(str(row["as_of"])):
        yield "row-date", {"date": row["as_of"]}
    if file == "events" and row.get("rule"):
        fault = occurrences.fault(row)
        if fault:
            yield "event-rule", {"reason": fault}
