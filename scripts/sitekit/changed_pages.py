"""Which pages a change touches, from the names of its files: what an editor wants to look at in the preview."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass
class Changes:
    """`pages`: name → languages whose text changed; `gone`: name → languages in which it was removed; files of other kinds."""

    pages: dict[str, list[str]] = field(default_factory=dict)
    gone: dict[str, list[str]] = field(default_factory=dict)
    data: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    others: int = 0


def read(rows: Iterable[str], codes: Sequence[str]) -> Changes:
    """The changes in the `rows` of `git diff --name-status --no-renames`; `codes` are the languages."""
    found = Changes()
    for row in rows:
        status, _, path = row.partition("\t")
        folder, _, rest = path.removeprefix("docs/").partition("/")
        if path.startswith("docs/") and folder in codes and path.endswith(".md"):
            place = found.gone if status == "D" else found.pages
            place.setdefault(rest.removesuffix(".md"), []).append(folder)
        elif path.startswith("data/"):
            found.data.append(path)
        elif path.startswith("docs/assets/images/"):
            found.pictures.append(path)
        else:
            found.others += 1
    return found
