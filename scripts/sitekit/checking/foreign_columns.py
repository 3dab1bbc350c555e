"""Columns of tables that are in another language on purpose: the phrases of a phrase book."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from babel import Locale

from sitekit.checking import letters, statements
from sitekit.checking.corpus import Corpus
from sitekit.checking.once import once
from sitekit.checking.statements import Statement
from sitekit.languages import REFERENCE

#: A column of at least so many cells, of which so large a share is foreign, is meant so.
FEWEST, SHARE = 3, 0.7
Column = tuple[str, int, int]


@once
def find(corpus: Corpus) -> frozenset[Column]:
    """Columns (path, table, place) that are foreign nearly throughout or say so, beside columns that are not."""
    spoken = statements.of_pages(corpus)
    cells = Counter(said.column for said in spoken if said.column)
    same = Counter(said.column for source, said in statements.counterparts(corpus) if said.column and said.plain == source.plain)
    other = Counter(said.column for said in spoken if said.column and _in_other_letters(said))
    found = {column for column, count in cells.items() if count >= FEWEST and max(same[column], other[column]) >= SHARE * count}
    found |= {said.column for said in spoken if said.column and _names_another(said, tuple(corpus.languages))}
    own = {column[:2] for column in cells if column not in found}
    return frozenset(column for column in found if column[:2] in own)


def _names_another(said: Statement, codes: tuple[str, ...]) -> bool:
    """Whether the head of a cell's column names another language of the site: “Câu tiếng Việt” on an English page."""
    return any(name in said.head.casefold() for name in _names(said.code, codes))


@lru_cache(maxsize=16)
def _names(code: str, codes: tuple[str, ...]) -> tuple[str, ...]:
    known = Locale.parse({"zh": "zh_Hans"}.get(code, code)).languages if code in letters.SCRIPT_OF else {}
    return tuple(str(known[other]).casefold() for other in codes if other != code and other in known)


def _in_other_letters(said: Statement) -> bool:
    """Whether no letter is the page's own: no Lao on a Lao page, no accent on a Vietnamese one."""
    script = letters.SCRIPT_OF.get(said.code, "")
    if script == "latin":
        return said.code == REFERENCE and said.plain.isascii() and any(map(str.isalpha, said.plain))
    return bool(script) and not letters.count(said.plain, script) and letters.count(said.plain, "latin") > 0
