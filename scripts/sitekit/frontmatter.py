"""The header of a page: the only parser of it.

MkDocs prints a broken header on the page and says nothing; here it stops the build with a message.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from sitekit import datafiles
from sitekit.problems import ContentError, Problem, closest

#: Kinds of pages, and what each kind needs beyond NEEDED. `list`: a page that lists others and says nothing itself.
KINDS: dict[str, tuple[str, ...]] = {"home": (), "section": (), "place": ("place",), "article": (), "news": ("date",), "list": ()}
#: The keys a header may have, in the order in which they are written.
#: `card_title`: the title as a card may break it. `date`: the ISO day of a piece of news. `allow`: exceptions from rules
#: of the check, each with its reason.
KEYS = ("title", "card_title", "description", "lead", "kind", "picture", "place", "date", "figures", "cards", "search_terms",
        "checked", "sources", "translated_from", "native_review", "allow")  # fmt: skip
NEEDED = ("title", "description", "lead", "kind", "picture", "checked")
#: Keys that hold a day, written 2026-11-24.
DATES = ("date", "checked")


_HEAD = re.compile(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|$)", re.DOTALL)


@dataclass(frozen=True)
class Header:
    """What a page says of itself.

    `card_title` stands for the title on the page's card, where that needs a shorter one or U+200B where it may break.
    `date` is the ISO date of a piece of news, `checked` the one on which the page's facts were last compared with the sources.
    """

    title: str
    description: str
    lead: str
    kind: str
    picture: str
    checked: str
    card_title: str = ""
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
    match = _HEAD.match(text)
    if not match:
        raise ContentError([Problem("header-missing", path, 1)])
    return match[1], text[match.end():], text[:match.end()].count("\n") + 1  # fmt: skip


def head(text: str) -> str:
    """The header of a page's `text` as it is written; empty where there is none."""
    match = _HEAD.match(text)
    return match[1] if match else ""


@lru_cache(maxsize=8192)
def read(text: str, path: str, parse: Callable[[str, str, int], Any] = datafiles.parse) -> tuple[Header, str, int]:
    """Header, body and the body's first line (from 1) of the page `text` in file `path`; `parse` reads YAML."""
    head, body, body_line = split(text, path)
    rows = parse(head, path, 2)
    if not isinstance(rows, dict):
        raise ContentError([Problem("header-unreadable", path, 2, {"line_text": head.splitlines()[0]})])
    lines = {key: number for number, line in enumerate(head.splitlines(), 2)
             if (key := line.partition(":")[0]) in rows}  # fmt: skip
    problems = _problems(rows, path, lines)
    if problems:
        raise ContentError(problems)
    # a year among the search terms is a number to YAML
    values = {key: tuple(map(str, value)) if isinstance(value, list) else str(value) for key, value in rows.items()}
    return Header(**values, lines=lines), body, body_line  # type: ignore[arg-type]


def _problems(rows: dict[str, Any], path: str, lines: dict[str, int]) -> list[Problem]:
    found = [Problem("unknown-header-key", path, lines.get(key, 2), {"key": key, "closest": closest(str(key), KEYS) or "—"})
             for key in rows if key not in KEYS]  # fmt: skip
    kind = str(rows.get("kind") or "")
    needed = (*NEEDED, *KINDS.get(kind, ()))
    found += [Problem("header-key-missing", path, 1, {"key": key}) for key in needed if not rows.get(key)]
    if kind and kind not in KINDS:
        found.append(Problem("unknown-kind", path, lines.get("kind", 1), {"kind": kind, "kinds": ", ".join(KINDS)}))
    found += [Problem("header-date", path, lines.get(key, 1), {"key": key, "date": rows[key]})
              for key in DATES if rows.get(key) and not _is_day(str(rows[key]))]  # fmt: skip
    return found


def _is_day(text: str) -> bool:
    """Whether `text` is a day that the calendar has, written 2026-11-24."""
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
