"""Where a title may break into lines, script by script; never inside a name of the glossary.

A place is good (between words) or poor (between syllables of a word, any two Chinese characters, behind a small word),
which is taken only where a title would otherwise be too small to read.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from sitekit.cards.characters import is_han
from sitekit.cards.faces import JOINT

GOOD, POOR = 0, 1
#: No line begins with these, in any language of the site.
NOT_FIRST = set("!%),.:;?]}»’”…‰·–—、。〉》」』】〕！％），．：；？］｝～ໆຯ的了们")
#: No line ends with these.
NOT_LAST = set("([{«‘“〈《「『【〔（［｛")
#: Chinese words of one character with which a line may begin but not end; and signs with which it may end.
JOINS = set("与和及或")
ENDS = set("、。，：；！？）》”’的—")
#: Lao vowels that are written before their consonant: a syllable begins here.
LEADING = set("ເແໂໃໄ")
#: Lao signs with which a syllable ends.
CLOSING = set("ະໆ")
#: Words that would rather begin a line than end it.
SMALL = {
    "en": {"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"},
    "vi": {"cho", "các", "của", "là", "một", "những", "ra", "từ", "và", "về", "với", "vào", "ở"},
    "lo": {"ແລະ"},
}
#: Letters from which on a name in a Lao text stands for a word of its own; shorter ones occur inside others.
LONG_NAME = 4


@dataclass(frozen=True)
class Piece:
    """Text that stays on one line; `after` says how good a break behind it is, `blank` whether one of it stands there."""

    text: str
    after: int
    blank: bool


def _spans(text: str, names: Iterable[str]) -> list[tuple[int, int]]:
    """Where names of the glossary stand in `text`, whatever their capitals."""
    low = text.casefold()
    if len(low) != len(text):
        return []
    found = []
    for name in names:
        folded = _folded(name)
        start = low.find(folded) if folded else -1
        while start >= 0:
            found.append((start, start + len(folded)))
            start = low.find(folded, start + len(folded))
    return found


@lru_cache(maxsize=8192)
def _folded(name: str) -> str:
    return name.casefold()


def _between(before: str, after: str, language: str) -> int | None:
    """How good a break between two characters that stand together is; None for no break."""
    if after in NOT_FIRST or before in NOT_LAST:
        return None
    if language == "zh":
        if before in JOINS or before.isdigit() or after.isdigit():  # 2026年 and 第3 stay whole
            return None
        han = is_han(before), is_han(after)
        if before in ENDS or after in NOT_LAST or (after in JOINS and is_han(before)) or han in {(True, False), (False, True)}:
            return GOOD if any(han) else None
        return POOR if all(han) else None
    if language == "lo" and (after in LEADING or before in CLOSING):
        return POOR if "\u0e80" <= before <= "\u0eff" and before not in LEADING else None
    return None


def _at_blank(text: str, place: int, language: str) -> int:
    """How good a break at the blank before `place` is."""
    before = text[: place - 1].rpartition(" ")[2]
    capitals = language in {"en", "vi"} and before[:1].isupper() and before[-1:].isalpha() and text[place].isupper()
    return POOR if capitals or before in SMALL.get(language, ()) else GOOD


def pieces(text: str, language: str, names: Iterable[str], together: Iterable[str] = ()) -> list[Piece]:
    """`text` (U+200B says where it may break) cut wherever a line may end.

    No cut lies inside one of `names`; one inside a word of `together` is poor.
    """
    text = unicodedata.normalize("NFC", text)
    spans, words = _spans(text, names), _spans(text, together)
    edges = {edge for start, end in spans if language == "lo" and end - start >= LONG_NAME for edge in (start, end)}
    found: list[Piece] = []
    start = 0
    for place in range(1, len(text)):
        before, after = text[place - 1], text[place]
        if any(first < place < last for first, last in spans) or after == " ":
            continue
        if before == JOINT:
            quality: int | None = GOOD
        elif before == " ":
            quality = None if after in NOT_FIRST else _at_blank(text, place, language)
        elif place in edges and after not in NOT_FIRST and before not in NOT_LAST and after != JOINT:
            quality = GOOD
        else:
            quality = _between(before, after, language)
        if any(first < place < last for first, last in words):
            quality = None if quality is None else POOR
        if quality is not None:
            found.append(Piece(text[start:place].strip(" " + JOINT), quality, before == " "))
            start = place
    return [*found, Piece(text[start:].strip(" " + JOINT), GOOD, blank=False)]
