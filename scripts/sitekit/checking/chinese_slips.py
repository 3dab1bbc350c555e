"""A Chinese name typed with a character that reads alike, in another order, or with one character wrong."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from sitekit.checking.letters import HAN

SOUNDS = Path(__file__).resolve().parents[3] / "data/characters/sounds.txt"
#: The kind of place at the end of a name belongs to no spelling: 河静省 and 河静两省 name the same.
_KIND = "省市县乡坊村山河江湖岛港寺祠亭洞区路人族节厅局部会院所校"

#: Numerals and words of grammar: 一坛 is a jar, and no slip of 义坛.
_SMALL = "一二三四五六七八九十百千万的了在是和与有不也都就到为而于以及其此这那个们人"


def near(form: str, text: str) -> str:
    """As many characters as `form` has: read alike, in another order, or in a longer name all but one; no other word."""
    length = len(form)
    for start in range(len(text) - length + 1):
        piece = text[start : start + length]
        if piece != form and set(piece) & set(form) and re.fullmatch(f"[{HAN}]+", piece) and _slip(form, piece):
            return piece
    return ""


def _slip(form: str, piece: str) -> bool:
    places = [place for place, (one, other) in enumerate(zip(form, piece, strict=True)) if one != other]
    kind_only = places == [len(form) - 1] and form[-1] in _KIND
    one_of_many = len(places) == 1 and len(form) > 2 and not kind_only
    return (one_of_many or sorted(piece) == sorted(form) or sounds(piece) == sounds(form)) and not _is_word(piece)


def homophones(form: str, text: str) -> list[str]:
    """Pieces of `text` that are read like `form`, share a character with it and are no other word."""
    found: list[str] = []
    said, heard = sounds(form), sounds(text)
    start = heard.find(said)
    while start >= 0:
        piece = text[start : start + len(form)]
        if piece != form and _confused(form, piece) and not _is_word(piece):
            found.append(piece)
        start = heard.find(said, start + 1)
    return found


def _confused(form: str, piece: str) -> bool:
    """Whether a piece that sounds like `form` was meant to be it: they share characters, the others are no small words."""
    different = [place for place, (one, other) in enumerate(zip(form, piece, strict=True)) if one != other]
    kind_only = different == [len(form) - 1] and form[-1] in _KIND and piece[-1] not in _KIND and len(form) > 2
    return len(different) < len(form) and not kind_only and not any(piece[place] in _SMALL for place in different)


@lru_cache(maxsize=4096)
def sounds(text: str) -> str:
    """`text` with one character for each sound, tones left out, so that homophones are the same text."""
    return text.translate(_table())


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    """Each character and the first of those that are read alike."""
    lines = [line for line in SOUNDS.read_text("utf-8").splitlines() if not line.startswith("#")]
    return {ord(sign): line[0] for line in lines for sign in line}


def _is_word(text: str) -> bool:
    from pypinyin.constants import PHRASES_DICT  # noqa: PLC0415 (its tables load slowly: only a doubt pays for them)

    return text in PHRASES_DICT
