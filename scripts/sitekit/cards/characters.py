"""Which characters the Chinese face of the cards holds: those that a title of tomorrow can need, and those of today."""

from __future__ import annotations

from pathlib import Path

#: Rows of GB 2312 with its 3,755 most frequent characters (level 1).
LEVEL_1 = range(0xB0, 0xD8)
#: Chinese punctuation, full-width forms, and the marks that Chinese sets in its own face.
MARKS = {*map(chr, (*range(0x3000, 0x3030), *range(0xFF01, 0xFF66))), *" –—‘’“”…·•"}
#: Where the site's Chinese stands.
TEXTS = ("docs/zh/**/*.md", "data/*.yml", "data/interface/zh.po")


def is_han(char: str) -> bool:
    """Whether `char` is a Chinese character."""
    return "\u3400" <= char <= "\u9fff"


def frequent() -> set[str]:
    """GB 2312 level 1."""
    found = set()
    for row in LEVEL_1:
        # the last row ends before its last five places
        found |= set(bytes(byte for cell in range(0xA1, 0xFF) for byte in (row, cell)).decode("gb2312", "ignore"))
    return {char for char in found if is_han(char)}


def used(root: Path) -> set[str]:
    """Every Chinese character in the texts of the project in `root`."""
    return {char for pattern in TEXTS for file in root.glob(pattern) for char in file.read_text("utf-8") if is_han(char)}


def wanted(root: Path) -> set[str]:
    """All that the face must hold."""
    return MARKS | frequent() | used(root)
