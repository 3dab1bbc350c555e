"""The words of the interface: one gettext catalogue per language, read and compiled by Babel.

Message ids are symbolic (`read-more`), so that English is a language like the others and a template holds no
visible word. A word missing in one language falls back to English, then to its id; tests forbid both.
"""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

FOLDER = "data/interface"


def catalogue(root: Path, language: str, locale: str) -> Catalog:
    """The catalogue of `language` as Babel reads it from its .po file."""
    with (root / FOLDER / f"{language}.po").open("rb") as file:
        return read_po(file, locale=locale, abort_invalid=True)


class Words:
    """Interface words of one language: `words("read-more")`, `words("unit-person", n=3)`."""

    def __init__(self, root: Path, language: str, locale: str) -> None:
        self._own = self._compiled(catalogue(root, language, locale))
        self._own.add_fallback(self._compiled(catalogue(root, "en", "en")))

    @staticmethod
    def _compiled(source: Catalog) -> NullTranslations:
        buffer = io.BytesIO()
        write_mo(buffer, source)
        buffer.seek(0)
        return Translations(buffer)

    def __call__(self, key: str, count: float | None = None, **values: object) -> str:
        """The text of `key`, filled with `values`; with `count`, in that number's plural form."""
        if count is None:
            text = self._own.ugettext(key)
        else:
            # gettext's plural rules are written for whole numbers; 1.5 km takes the form of "several"
            text = self._own.ungettext(key, key, int(count) if count == int(count) else 2)
        return text % values if values else text
