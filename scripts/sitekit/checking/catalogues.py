"""Interface catalogues (`data/interface/<language>.po`) read leniently by Babel."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.pofile import read_po

FOLDER = "data/interface"
#: A line of a catalogue; Babel takes one whose quotation mark is missing for a shorter text.
_LINE = re.compile(r'#.*|(?:(?:msgid|msgid_plural|msgctxt|msgstr(?:\[\d\])?)\s*)?"(?:[^"\\]|\\.)*"')
#: No language has more plural forms than six; Babel would make room for as many as a file claims.
_FORMS = re.compile(rb"nplurals\s*=\s*(\d{2,}|[7-9])")


@dataclass(frozen=True)
class Text:
    """A text in one language, in all its plural forms, and the line of its id."""

    forms: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class Catalogue:
    """The texts of a language by id. `fault`: it could not be read, `line` says where where that is known."""

    path: str
    texts: dict[str, Text] = field(default_factory=dict)
    fault: bool = False
    line: int = 0


def read(root: Path, code: str) -> Catalogue:
    """The catalogue of language `code`; never raises for what stands in it."""
    path = f"{FOLDER}/{code}.po"
    try:
        raw = (root / path).read_bytes()
        raw.decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return Catalogue(path, fault=True)
    if _FORMS.search(raw):
        return Catalogue(path, fault=True)
    for number, line in enumerate(raw.decode("utf-8").splitlines(), 1):
        if line.strip() and not _LINE.fullmatch(line.strip()):
            return Catalogue(path, fault=True, line=number)
    try:
        loaded = read_po(io.BytesIO(raw), abort_invalid=True)
    except Exception as error:  # Babel raises many kinds for odd files: all mean that it cannot be read
        return Catalogue(path, fault=True, line=int(getattr(error, "lineno", None) or 0))
    texts = {}
    for message in loaded:
        key = message.id[0] if isinstance(message.id, (tuple, list)) else message.id
        if key:
            forms = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
            texts[key] = Text(tuple(str(form or "").strip() for form in forms) or ("",), message.lineno or 0)
    return Catalogue(path, texts)
