"""Names under which a reader may look for something that the page calls otherwise: other languages, avoided spellings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sitekit.search.folding import fold


def known(glossary: dict[str, dict[str, Any]], language: str, texts: Iterable[str]) -> list[tuple[str, str]]:
    """(other form, form in this language) for every row of the glossary whose form occurs in `texts`, both folded.

    The other forms are those of other languages and those that the glossary says to avoid in writing: people type
    them all the same. What folds to the same letters is left out.
    """
    whole = "\n".join(texts).lower()
    rows = []
    for row in glossary.values():
        own = fold(row[language]["form"])
        if row[language]["form"].lower() not in whole:
            continue
        others = {form for entry in row.values() if isinstance(entry, dict) and "form" in entry
                  for form in (entry["form"], *entry.get("avoid", ()))}  # fmt: skip
        rows += [(other, own) for other in sorted({fold(form) for form in others} - {own, ""})]
    return sorted(rows)
