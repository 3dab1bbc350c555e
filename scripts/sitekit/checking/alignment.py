"""Which block of a translation stands for which block of its source, also after one was dropped, added or moved.

When both have the same shapes in the same order, blocks go by their places. Otherwise the cheapest way to turn one list
into the other is sought (the classic edit distance), where blocks are alike that cite the same figures, lead to the same
pages, hold the same digits and have lengths that languages allow.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence

from sitekit.checking.blocks import Block

Pair = tuple[Block | None, Block | None]
GAP = 1.0
#: Lengths of a block in two languages differ by up to this factor without a doubt: Chinese needs few signs.
LOOSE = math.log(4)
#: Beyond this many blocks the exact way would take too long for a page; blocks then go by their places.
MOST = 400
_DIGITS = re.compile(r"\d+")


def _marks(block: Block) -> tuple[frozenset[str], int]:
    """What the translation of a block keeps: figures, links, pictures, digits; and how much text there is."""
    inline = block.inline
    digits = {str(int(number)) for number in _DIGITS.findall(block.plain) if len(number) < 20}
    kept = {f"figure {cited.key}" for cited in block.citations} | digits
    kept |= {link.target for link in inline.links} | {picture.name for picture in inline.pictures}
    return frozenset(kept), sum(1 for sign in block.plain if not unicodedata.combining(sign))


def _cost(one: Block, other: Block, marks: tuple[frozenset[str], int], others: tuple[frozenset[str], int]) -> float:
    """0 for blocks that surely belong together, 2 (two gaps) for blocks that cannot."""
    if one.kind != other.kind:
        return 2.0
    cost = 0.0 if one.shape == other.shape else 0.4
    if one.kind == "heading" and one.id and other.id:
        return cost if one.id == other.id else cost + 1.2
    kept, length = marks
    found, size = others
    if kept or found:
        cost += 0.8 * (1 - len(kept & found) / len(kept | found))
    return cost + 0.2 * min(1.0, abs(math.log((length + 5) / (size + 5))) / LOOSE)


def pairs(source: Sequence[Block], translation: Sequence[Block]) -> list[Pair]:
    """Blocks side by side, in order; None stands where one side has no counterpart."""
    if [block.shape for block in source] == [block.shape for block in translation]:
        return list(zip(source, translation, strict=True))
    if max(len(source), len(translation)) > MOST:
        longest = max(len(source), len(translation))
        return [(source[n] if n < len(source) else None, translation[n] if n < len(translation) else None) for n in range(longest)]
    return _cheapest(source, translation)


def _cheapest(source: Sequence[Block], translation: Sequence[Block]) -> list[Pair]:
    rows, columns = [_marks(block) for block in source], [_marks(block) for block in translation]
    best = [[GAP * (i + j) for j in range(len(columns) + 1)] for i in range(len(rows) + 1)]
    for i, one in enumerate(source, 1):
        for j, other in enumerate(translation, 1):
            best[i][j] = min(best[i - 1][j - 1] + _cost(one, other, rows[i - 1], columns[j - 1]),
                             best[i - 1][j] + GAP, best[i][j - 1] + GAP)  # fmt: skip
    found: list[Pair] = []
    i, j = len(rows), len(columns)
    while i or j:
        both = i and j and source[i - 1].kind == translation[j - 1].kind
        if both and math.isclose(best[i][j], best[i - 1][j - 1] + _cost(source[i - 1], translation[j - 1], rows[i - 1], columns[j - 1])):
            found.append((source[i - 1], translation[j - 1]))
            i, j = i - 1, j - 1
        elif i and math.isclose(best[i][j], best[i - 1][j] + GAP):
            found.append((source[i - 1], None))
            i -= 1
        else:
            found.append((None, translation[j - 1]))
            j -= 1
    return found[::-1]
