"""The words of the interface: one gettext catalogue per language, read and compiled by Babel.

Message ids are symbolic (`next-pages`), so that English is a language like the others and a template holds no
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
    """Interface words of one language: `words("home")`, `words("unit-person", n=3)`."""

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
        # gettext's plural rules are written for whole numbers; 1.5 hours takes the form of "several"
        whole = int(count) if count is not None and count == int(count) else 2
        text = self._own.ugettext(key) if count is None else self._own.ungettext(key, key, whole)
        return text % values if values else text
