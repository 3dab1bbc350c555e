"""Names under which a reader may look for something that the page calls otherwise: other languages, avoided spellings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sitekit.search.folding import fold


def known(glossary: dict[str, dict[str, Any]], language: str, texts: Iterable[str]) -> list[list[str]]:
    """`[form in this language, other forms …]` for every row of the glossary whose form occurs in `texts`.

    The other forms are those of other languages and those that the glossary says to avoid in writing: people type
    them all the same. What folds to the same letters is left out.
    """
    whole = " ".join(f" {fold(text)} " for text in texts)
    rows = []
    for row in glossary.values():
        own = row[language]["form"]
        if fold(own) not in whole:
            continue
        others = {form: None for code, entry in row.items() if isinstance(entry, dict) and "form" in entry
                  for form in (entry["form"], *entry.get("avoid", ()))}  # fmt: skip
        different = sorted({fold(form) for form in others} - {fold(own), ""})
        if different:
            rows.append([fold(own), *different])
    return sorted(rows)
