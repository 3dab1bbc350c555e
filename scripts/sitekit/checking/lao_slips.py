"""A name with a wrong, missing or additional letter, in a text without spaces between words: Lao, or mixed with Latin."""

from __future__ import annotations

import re
import unicodedata

from sitekit.checking.letters import LAO, LATIN

_START = re.compile("[\u0e81-\u0eae\u0ec0-\u0ec4\u0edc-\u0edf]")
_MARK = re.compile("[\u0eb0-\u0ebd\u0ec8-\u0ecd]")
_TONE = re.compile("[\u0ec8-\u0ecb]")
#: A shorter name with another first letter is another word: ພົວພັນ is relations, ຫົວພັນ a province.
LONG = 9
_BEFORE_A_CONSONANT = "ເແໂໃໄ"


def near(form: str, text: str) -> str:
    """A piece of `text` one edit away from `form`, cut at whole syllables and words; empty where there is none."""
    half, length = len(form) // 2, len(form)
    # with one edit one half of the name is whole: only what stands around it is looked at
    for piece, before in ((form[:half], 0), (form[half:], half)):
        place = text.find(piece)
        while place >= 0:
            start = max(0, place - before - 1)
            if found := _closest(form, text, start, place - before + length + 1):
                return found
            place = text.find(piece, place + 1)
    return ""


def _closest(form: str, text: str, first: int, last: int) -> str:
    """The piece of `text` between `first` and `last` that is one edit away (Sellers' algorithm)."""
    row, starts = list(range(len(form) + 1)), [first] * (len(form) + 1)
    for end, sign in enumerate(text[first:last], first + 1):
        diagonal, start_diagonal = row[0], starts[0]
        starts[0] = end
        for place, letter in enumerate(form, 1):
            change = diagonal + (letter != sign), start_diagonal
            added, dropped = (row[place] + 1, starts[place]), (row[place - 1] + 1, starts[place - 1])
            diagonal, start_diagonal = row[place], starts[place]
            row[place], starts[place] = min(change, added, dropped)
        piece = text[starts[-1] : end]
        likely = row[-1] == 1 and (piece[:1] == form[:1] or len(form) >= LONG)
        if likely and _whole(piece, text, starts[-1], end) and not _part(piece, form):
            return piece
    return ""


def without_tones(text: str) -> str:
    """`text` without its tone marks."""
    return _TONE.sub("", text)


def other_tones(form: str, text: str) -> list[str]:
    """Pieces of `text` that differ from `form` in tone marks alone."""
    pattern = f"{_TONE.pattern}?".join(map(re.escape, without_tones(form))) + f"{_TONE.pattern}?"
    return [found[0] for found in re.finditer(pattern, text) if found[0] != form and _whole(found[0], text, *found.span())]


def _part(piece: str, form: str) -> bool:
    """Whether a piece is the name with other spaces, without its last sign (Cuông for Cuông祠), or runs into punctuation."""
    marks = any(unicodedata.category(sign)[0] not in "LMZ" and sign not in form for sign in piece)
    return marks or piece.replace(" ", "") == form.replace(" ", "") or form.startswith(piece)


def _whole(piece: str, text: str, start: int, end: int) -> bool:
    """Whether a piece of Lao neither begins nor ends inside a syllable sign, and crosses nothing that was cut out."""
    if "\x00" in piece or not piece.strip() or piece != piece.strip():
        return False
    if re.match(f"[{LATIN}]", piece) and start and re.match(f"[{LATIN}]", text[start - 1]):
        return False
    if re.search(f"[{LATIN}]$", piece) and re.match(f"[{LATIN}]", text[end : end + 1]):
        return False
    if not re.match(f"[{LAO}]", piece):
        return True
    return bool(_START.match(piece)) and not _MARK.match(text, end) and not (start and text[start - 1] in _BEFORE_A_CONSONANT)
