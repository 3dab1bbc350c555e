"""The header of a page: the only parser of it.

MkDocs prints a broken header on the page and says nothing; here it stops the build with a message.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from sitekit import datafiles
from sitekit.problems import ContentError, Problem, closest

KINDS = ("home", "section", "place", "article", "list", "news")
#: The keys a header may have, in the order in which they are written.
#: `date`: the ISO day of a piece of news. `allow`: exceptions from rules of the check, each with its reason.
KEYS = ("title", "description", "lead", "kind", "picture", "place", "date", "figures", "cards", "search_terms", "checked", "sources",
        "translated_from", "native_review", "allow")  # fmt: skip
NEEDED = ("title", "description", "lead", "kind", "picture", "checked")


@dataclass(frozen=True)
class Header:
    """What a page says of itself. `checked` is the ISO date on which its facts were last compared with the sources."""

    title: str
    description: str
    lead: str
    kind: str
    picture: str
    checked: str
    place: str = ""
    date: str = ""
    figures: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    search_terms: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    translated_from: str = ""
    native_review: str = ""
    allow: tuple[object, ...] = ()
    lines: dict[str, int] = field(default_factory=dict)


def split(text: str, path: str) -> tuple[str, str, int]:
    """Header text, body and the body's first line (from 1) of a page's `text`."""
    if text.startswith("\ufeff"):
        raise ContentError([Problem("byte-order-mark", path, 1)])
    match = re.match(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|$)", text, re.DOTALL)
    if not match:
        raise ContentError([Problem("header-missing", path, 1)])
    return match[1], text[match.end():], text[:match.end()].count("\n") + 1  # fmt: skip


def read(text: str, path: str) -> tuple[Header, str, int]:
    """Header, body and the body's first line (from 1) of the page `text` in file `path`."""
    head, body, body_line = split(text, path)
    rows = datafiles.parse(head, path, first_line=2)
    if not isinstance(rows, dict):
        raise ContentError([Problem("header-unreadable", path, 2, {"line_text": head.splitlines()[0]})])
    lines = {key: number for number, line in enumerate(head.splitlines(), 2)
             if (key := line.partition(":")[0]) in rows}  # fmt: skip
    problems = _problems(rows, path, lines)
    if problems:
        raise ContentError(problems)
    values = {key: tuple(value) if isinstance(value, list) else str(value) for key, value in rows.items()}
    return Header(**values, lines=lines), body, body_line  # type: ignore[arg-type]


def _problems(rows: dict[str, Any], path: str, lines: dict[str, int]) -> list[Problem]:
    found = [Problem("unknown-header-key", path, lines.get(key, 2), {"key": key, "closest": closest(str(key), KEYS) or "—"})
             for key in rows if key not in KEYS]  # fmt: skip
    found += [Problem("header-key-missing", path, 1, {"key": key}) for key in NEEDED if not rows.get(key)]
    kind = rows.get("kind")
    if kind and kind not in KINDS:
        found.append(Problem("unknown-kind", path, lines.get("kind", 1), {"kind": kind, "kinds": ", ".join(KINDS)}))
    return found
