"""What is alike to somebody who types: the same rule for the index and for a query, here and in client/fold.js.

Marks of Vietnamese, tone marks and spelling variants of Lao, traditional Chinese, full width, case and invisible
characters make no difference. Every character is folded by itself, so that a place in the folded text leads back to
the place in the original. A table of cases (tests/search/folding.yml) holds the two programs equal.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path

#: Folded away: combining marks of Latin, tone and silence marks of Lao, invisible characters, variation selectors.
DROPPED = frozenset([*range(0x300, 0x370), *range(0xEC8, 0xECD), 0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF, *range(0xFE00, 0xFE10)])
#: Written in two ways: Lao ແ as two ເ, the two letters for r and l, the l below another letter; Vietnamese đ.
ALIKE = {"ແ": "ເເ", "ຣ": "ລ", "ຼ": "ລ", "đ": "d"}


@lru_cache(maxsize=1)
def simplified() -> dict[str, str]:
    """Traditional character → simplified one, as far as that is certain."""
    file = Path(__file__).resolve().parents[3] / "data/characters/traditional.txt"
    pairs = {line[0]: line[1] for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#")}
    return {char: pairs.get(plain, plain) for char, plain in pairs.items()}


def _decomposed(char: str) -> str:
    # compatibility forms may hold capitals (℡), and a lowered letter may come apart again (İ)
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).lower())


def _character(char: str) -> str:
    parts = (part for part in _decomposed(char) if ord(part) not in DROPPED)
    return "".join((ALIKE.get(part) or simplified().get(part, part)) if unicodedata.category(part)[0] in "LNM" else " " for part in parts)


class _Table(dict[int, str]):
    """What each character folds to, found when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _character(chr(code))
        return self[code]


_TABLE = _Table()


def fold(text: str) -> str:
    """`text` as search sees it: words of folded letters, one blank between them."""
    return " ".join(text.translate(_TABLE).split())
