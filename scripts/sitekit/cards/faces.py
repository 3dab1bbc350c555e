"""The faces of the cards: which one sets a character, and how wide a text is in them."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sitekit import kept, programs_digest

FOLDER = "data/cards/fonts"
LATIN, LAO, HAN = "be-vietnam-pro-700.ttf", "noto-sans-lao-700.ttf", "noto-sans-cjk-sc-700.otf"
#: Marks that Chinese sets full width in its own face, though Latin faces have them too.
SHARED_MARKS = "‘’“”…—·"
#: Between a Chinese character and a Latin letter or figure, in parts of the size: browsers set the same (`text-autospace`).
GAP = 0.125
#: Says where a line may break and is not drawn.
JOINT = "\u200b"


@dataclass(frozen=True)
class Face:
    """One font file. `widths` are of characters (code points), in parts of the size."""

    path: Path
    family: str
    digest: str
    widths: dict[int, float]


@dataclass(frozen=True)
class Run:
    """Part of a text in one face; `gap` before it, in parts of the size."""

    text: str
    face: Face
    gap: float = 0.0


def _load(root: Path, path: Path) -> Face:
    """The face in file `path` of the project at `root`; what an earlier build read of it, if it is still the same file."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    name = f"faces/{path.name}"
    key = programs_digest.of(programs_digest.code(), digest) if kept.used() else ""
    known = kept.read(root, name) or {"key": None}
    if known["key"] != key:
        family, found = _read(path)
        known = {"key": key, "family": family, "widths": [*found.items()]}
        kept.write(root, name, known)
    return Face(path, known["family"], digest, dict(known["widths"]))


def _read(path: Path) -> tuple[str, dict[int, float]]:
    """Family and widths of the face in file `path`."""
    # reading a font takes as many modules as all else that a build needs
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    with TTFont(path, lazy=True) as font:
        unit = font["head"].unitsPerEm
        advances = font["hmtx"].metrics
        widths = {code: advances[name][0] / unit for code, name in font.getBestCmap().items()}
        return str(font["name"].getBestFamilyName()), widths


class Faces:
    """The faces in the project at `root`."""

    def __init__(self, root: Path) -> None:
        self.all = {name: _load(root, root / FOLDER / name) for name in (LATIN, LAO, HAN)}
        self._setting: dict[tuple[str, str], Face] = {}

    def missing(self, text: str) -> str:
        """The first character of `text` that no face has, or an empty text."""
        return next((char for char in plain(text) if not any(ord(char) in face.widths for face in self.all.values())), "")

    def _of(self, char: str, language: str) -> Face:
        """The face that sets `char` in a text of `language`."""
        if (char, language) not in self._setting:
            self._setting[char, language] = self._choose(char, language)
        return self._setting[char, language]

    def _choose(self, char: str, language: str) -> Face:
        first = LAO if "\u0e80" <= char <= "\u0eff" else HAN if language == "zh" and char in SHARED_MARKS else LATIN
        order = (self.all[first], *self.all.values())
        return next((face for face in order if ord(char) in face.widths), order[0])

    def runs(self, text: str, language: str) -> list[Run]:
        """`text` of `language` cut where the face changes; blanks and marks stay with what they follow."""
        runs: list[Run] = []
        text = plain(text)
        first = self._of(text[:1], language) if text else None
        if first and all(self._of(char, language) is first for char in set(text)):  # most texts
            return [Run(text, first)]
        for char in text:
            follows = bool(runs) and ord(char) in runs[-1].face.widths and (char == " " or unicodedata.combining(char))
            face = runs[-1].face if follows else self._of(char, language)
            if runs and runs[-1].face is face:
                runs[-1] = Run(runs[-1].text + char, face, runs[-1].gap)
            else:
                runs.append(Run(char, face, GAP if runs and self._touch(runs[-1].text[-1], char) else 0.0))
        return runs

    def width(self, text: str, language: str) -> float:
        """Width of `text` on one line, in parts of the size."""
        return sum(run.gap + sum(run.face.widths.get(ord(char), 0) for char in run.text) for run in self.runs(text, language))

    def _touch(self, before: str, after: str) -> bool:
        """Whether a Chinese character stands beside a Latin letter or figure."""
        kinds = {unicodedata.east_asian_width(char) == "W" for char in (before, after)}
        return len(kinds) == 2 and before.isalnum() and after.isalnum()


def plain(text: str) -> str:
    """`text` as it is drawn: composed, without the joints where it may break."""
    return unicodedata.normalize("NFC", text).replace(JOINT, "")


@lru_cache(maxsize=4)
def load(root: Path) -> Faces:
    """The faces in the project at `root`, read once."""
    return Faces(root)
