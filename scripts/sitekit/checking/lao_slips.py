"""A Lao name with a wrong, missing or additional letter, in a text without spaces between words."""

from __future__ import annotations

import re

from sitekit.checking.letters import LAO

_START = re.compile("[\u0e81-\u0eae\u0ec0-\u0ec4\u0edc-\u0edf]")
_MARK = re.compile("[\u0eb0-\u0ebd\u0ec8-\u0ecd]")
_BEFORE_A_CONSONANT = "ເແໂໃໄ"


def near(form: str, text: str, allowed: int) -> str:
    """The substring of `text` up to `allowed` edits away from `form` (Sellers' algorithm), cut at whole syllable signs."""
    row, starts = list(range(len(form) + 1)), [0] * (len(form) + 1)
    best, found = allowed + 1, ""
    for end, sign in enumerate(text, 1):
        diagonal, start_diagonal = row[0], starts[0]
        starts[0] = end
        for place, letter in enumerate(form, 1):
            change = diagonal + (letter != sign), start_diagonal
            added, dropped = (row[place] + 1, starts[place]), (row[place - 1] + 1, starts[place - 1])
            diagonal, start_diagonal = row[place], starts[place]
            row[place], starts[place] = min(change, added, dropped)
        piece = text[starts[-1] : end]
        if 0 < row[-1] < best and _whole(piece, text, starts[-1], end) and piece.replace(" ", "") != form.replace(" ", ""):
            best, found = row[-1], piece
    return found


def _whole(piece: str, text: str, start: int, end: int) -> bool:
    """Whether a piece of Lao neither begins nor ends inside a syllable sign, and crosses nothing that was cut out."""
    if "\x00" in piece or not piece.strip() or piece != piece.strip():
        return False
    if not re.match(f"[{LAO}]", piece):
        return True
    return bool(_START.match(piece)) and not _MARK.match(text, end) and not (start and text[start - 1] in _BEFORE_A_CONSONANT)
