"""Spellings that are nearly a name: other accents in Latin letters, a wrong letter in Lao, a homophone in Chinese.

Weighed and not used: rapidfuzz scores likeness by a ratio; here the number of edits counts, and where they stand.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from sitekit.checking import chinese_slips, lao_slips
from sitekit.checking.letters import HAN, LATIN

_WORD = re.compile(rf"[{LATIN}]+(?:’[{LATIN}]+)?")
_JOINT = re.compile(r"[ \u00a0-]")
_ENDING = re.compile("(?:’s?|s)$")
MOST_WORDS = 7
#: From LONG signs on two wrong ones still leave a name recognisable; below SHORT one wrong sign makes another word.
LONG, SHORT = 9, 4


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Latin letters without accents, case, spaces and hyphens."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(sign for sign in plain if sign.isalnum() or sign == "’").lower()


@dataclass(frozen=True)
class Window:
    """A run of words that begins with a capital: its place, how it is written and its letters alone."""

    start: int
    end: int
    written: str
    letters: str
    #: The words before and behind it, joined to it by a space; empty where there is none.
    neighbours: tuple[str, str]


@lru_cache(maxsize=64)
def windows(text: str) -> list[Window]:
    """Every run of up to seven words that begins with a capital, longest first at each place."""
    return list(_windows(text))


def _windows(text: str) -> Iterator[Window]:
    words = [(found.start(), found.end(), found[0]) for found in _WORD.finditer(text)]
    joined = [bool(_JOINT.fullmatch(text, one[1], other[0])) for one, other in pairwise(words)]
    for first, (start, _, word) in enumerate(words):
        if not word[0].isupper():
            continue
        last = first
        while last - first < MOST_WORDS - 1 and last < len(joined) and joined[last]:
            last += 1
        before = words[first - 1][2] if first and joined[first - 1] else ""
        for stop in range(last, first - 1, -1):
            behind = words[stop + 1][2] if stop < len(joined) and joined[stop] else ""
            letters = "".join(folded(words[place][2]) for place in range(first, stop + 1))
            yield Window(start, words[stop][1], text[start : words[stop][1]], letters, (before, behind))


def near(form: str, text: str) -> str:
    """The piece of `text` that differs from the name `form` by a slip of spelling, or an empty string."""
    script = _script(form)
    if script == "han":
        return chinese_slips.near(form, text)
    if script == "latin":
        return _near_words(form, text)
    return lao_slips.near(form, text) if script else ""


@lru_cache(maxsize=2048)
def _script(form: str) -> str:
    """How slips are looked for in a name: `han`, `latin`, `mixed` (Lao, or Latin beside another), or not at all."""
    if re.fullmatch(f"[{HAN}]{{2,}}", form):
        return "han"
    if len(form) < SHORT or re.search(r"\d", form):
        return ""
    if not re.fullmatch(f"[{LATIN}’ –-]+", form):
        return "mixed"
    words = form.split()
    return "latin" if any(word[0].isupper() for word in words) and (len(words) > 1 or len(form) > SHORT + 1) else ""


def edits(one: str, other: str) -> int:
    """How many letters must be changed, added or dropped to turn `one` into `other` (Levenshtein)."""
    row = list(range(len(other) + 1))
    for place, sign in enumerate(one, 1):
        before, row[0] = row[0], place
        for column, letter in enumerate(other, 1):
            before, row[column] = row[column], min(before + (sign != letter), row[column] + 1, row[column - 1] + 1)
    return row[-1]


def _near_words(form: str, text: str) -> str:
    """As many words as `form` has, with the same capitals, one or two letters apart; a plural is no slip."""
    own, allowed = form.split(), 1 if len(form) < LONG else 2
    if len(own) > 1 and not any(word in text for word in own):
        return ""  # one word at least is right
    for window in windows(text):
        if abs(len(window.written) - len(form)) > allowed or window.written == form:
            continue
        words = window.written.split()
        if len(words) != len(own) or any(one[0].isupper() != other[0].isupper() for one, other in zip(words, own, strict=True)):
            continue
        pairs = [pair for pair in zip(own, words, strict=True) if pair[0] != pair[1]]
        if edits(form, window.written) <= allowed and all(_slip(one, other) for one, other in pairs):
            return window.written
    return ""


def _slip(one: str, other: str) -> bool:
    """Whether a word may be another one misspelt: not its plural, and not most of its letters changed (Lam and Cấm)."""
    if _ENDING.sub("", one) == _ENDING.sub("", other):
        return False
    if len(one) <= SHORT + 1 and folded(one)[:1] != folded(other)[:1]:
        return False
    return edits(folded(one), folded(other)) <= (1 if len(one) <= SHORT + 1 else 2)
