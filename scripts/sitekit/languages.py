"""The languages of the site, as `data/languages.yml` lists them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sitekit import datafiles


@dataclass(frozen=True)
class Language:
    """One language. `prefix` starts its addresses; `tag` is the BCP 47 tag; `locale` names CLDR data."""

    code: str
    name: str
    tag: str
    locale: str
    prefix: str
    theme: str
    required: bool
    date: str
    month: str
    fonts: tuple[str, ...]


#: Editors write this language first; translations record what they were made from.
REFERENCE = "vi"


def load(root: Path) -> dict[str, Language]:
    """All languages by code, in the order of the list; the first is the default of the site."""
    rows = datafiles.load(root, "data/languages.yml")
    return {row["code"]: Language(**{**row, "fonts": tuple(row["fonts"])}) for row in rows}
