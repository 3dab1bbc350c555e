"""A Chinese name typed with a character that reads alike, in another order, or with one character wrong."""

from __future__ import annotations

import re
from functools import lru_cache

from sitekit.checking.letters import HAN

#: The kind of place at the end of a name belongs to no spelling: 河静省 and 河静两省 name the same.
_KIND = "省市县乡坊村山河江湖岛港寺祠亭洞区路人族节"


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
    if places == [len(form) - 1] and form[-1] in _KIND:
        return False
    one_of_many = len(places) == 1 and len(form) > 2
    return (one_of_many or sorted(piece) == sorted(form) or _sound(piece) == _sound(form)) and not _is_word(piece)


@lru_cache(maxsize=4096)
def _sound(text: str) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin  # noqa: PLC0415 (its tables load slowly: only a doubt pays for them)

    return tuple(lazy_pinyin(text))


def _is_word(text: str) -> bool:
    from pypinyin.constants import PHRASES_DICT  # noqa: PLC0415 (the same)

    return text in PHRASES_DICT
