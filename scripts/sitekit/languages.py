"""The languages of the site, as `data/languages.yml` lists them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sitekit import datafiles


@dataclass(frozen=True)
class Language:
    """One language. `prefix` starts its addresses; `tag` is the BCP 47 tag; `locale` names CLDR data.

    `lunar_days` are the thirty names of days of a lunar month; empty where they are written in digits.
    """

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
    lunar_days: tuple[str, ...] = ()


#: Editors write this language first; translations record what they were made from.
REFERENCE = "vi"


def load(root: Path) -> dict[str, Language]:
    """All languages by code, in the order of the list; the first is the default of the site."""
    rows = datafiles.load(root, "data/languages.yml")
    return {row["code"]: Language(**{**row, **{key: tuple(row.get(key, ())) for key in ("fonts", "lunar_days")}}) for row in rows}
