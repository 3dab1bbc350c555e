"""The words of the interface: one gettext catalogue per language, read and compiled by Babel.

Message ids are symbolic (`next-pages`), so that English is a language like the others and a template holds no
visible word. A word missing in one language falls back to English, then to its id; tests forbid both.
"""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

FOLDER = "data/interface"


@lru_cache(maxsize=16)
def _binary(source: bytes, locale: str) -> bytes:
    buffer = io.BytesIO()
    write_mo(buffer, _read(source, locale))
    return buffer.getvalue()


def _compiled(source: bytes, locale: str) -> NullTranslations:
    """The words in the .po file `source`, compiled once."""
    return Translations(io.BytesIO(_binary(source, locale)))


def catalogue(root: Path, language: str, locale: str) -> Catalog:
    """The catalogue of `language` as Babel reads it from its .po file."""
    return _read((root / FOLDER / f"{language}.po").read_bytes(), locale)


def _read(source: bytes, locale: str) -> Catalog:
    return read_po(io.BytesIO(source), locale=locale, abort_invalid=True)


class Words:
    """Interface words of one language: `words("home")`, `words("unit-person", n=3)`."""

    def __init__(self, root: Path, language: str, locale: str) -> None:
        self._own = _compiled((root / FOLDER / f"{language}.po").read_bytes(), locale)
        self._own.add_fallback(_compiled((root / FOLDER / "en.po").read_bytes(), "en"))

    def __call__(self, key: str, count: float | None = None, **values: object) -> str:
        """The text of `key`, filled with `values`; with `count`, in that number's plural form."""
        # gettext's plural rules are written for whole numbers; 1.5 hours takes the form of "several"
        whole = int(count) if count is not None and count == int(count) else 2
        text = self._own.ugettext(key) if count is None else self._own.ungettext(key, key, whole)
        return text % values if values else text
