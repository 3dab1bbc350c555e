"""Sources of the facts: title, publisher, date and address of each, once."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path

from sitekit import datafiles


@dataclass(frozen=True)
class Source:
    """A page or document that a fact was read in. `url` is empty where it has no public address."""

    key: str
    title: str
    publisher: str
    date: str
    language: str
    url: str

    def link(self) -> str:
        """The publisher's name as HTML in its own language, linked to the page where it has an address."""
        name, lang = escape(self.publisher), f'lang="{escape(self.language)}"'
        return f'<a href="{escape(self.url)}" {lang}>{name}</a>' if self.url else f"<span {lang}>{name}</span>"


def load(root: Path) -> dict[str, Source]:
    """All sources by key."""
    rows = datafiles.load(root, "data/sources.yml")
    return {key: Source(key, row["title"], row["publisher"], str(row.get("date") or ""), row["language"],
                        row.get("url") or "") for key, row in rows.items()}  # fmt: skip
