"""Districts, towns and Vinh city ended on 1 July 2025: a text names today's commune or ward, or says that the unit is of the past."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sitekit.checking import naming, statements
from sitekit.checking.corpus import Corpus
from sitekit.checking.lenient_yaml import Map, Seq
from sitekit.checking.letters import LATIN
from sitekit.checking.names import of
from sitekit.checking.reading_numbers import Quantity, parse
from sitekit.checking.rule import Finding, Rule
from sitekit.checking.statements import Statement

DATA = "former_units"
#: The last day of the former units.
LAST = (2025, 6, 30)
EARLIEST = 1000
#: Keys of data files whose texts are about the past by what they are.
PAST_KEYS = ("before",)
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=\S)|(?<=[。！？；])|;\s")


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each text that speaks of a former unit as if it were there."""
    data = corpus.data(DATA)
    rows = data.value if isinstance(data.value, Map) else Map()
    for said in [*statements.of_pages(corpus), *statements.of_data(corpus)]:
        if set(said.keys) & set(PAST_KEYS):
            continue
        units = _units(corpus, rows, said.code)
        for sentence in _sentences(said) if units and units.search(said.prose) else ():
            found = units and units.search(sentence)
            if found and not _past(f"{sentence} | {said.context}", rows, said):
                yield Finding("outdated-unit", said.path, said.line, {"unit": found[0].strip("（"), "language": naming.language(said.code)})


def _sentences(said: Statement) -> list[str]:
    return _SENTENCE.split(said.prose)


def _units(corpus: Corpus, rows: Map, code: str) -> re.Pattern[str] | None:
    """A pattern of every former unit as language `code` writes it."""
    forms = {term.key: term.forms.get(code) for term in of(corpus).terms}
    kinds, units = rows.get("kinds"), rows.get("units")
    pieces = []
    for kind, names in units.items() if isinstance(units, Map) else ():
        written = kinds.get(kind) if isinstance(kinds, Map) else None
        patterns = written.get(code) if isinstance(written, Map) else None
        for name in names if isinstance(names, Seq) else ():
            both = {form for form in (forms.get(str(name)) or str(name), forms_vi(corpus, str(name))) if form}
            pieces += [str(pattern).replace("{}", re.escape(form)) for pattern in (patterns if isinstance(patterns, Seq) else ())
                       for form in sorted(both)]  # fmt: skip
    return _pattern(tuple(pieces))


def forms_vi(corpus: Corpus, name: str) -> str:
    """The Vietnamese name, which Lao and Chinese texts write as well where no other is agreed."""
    return next((term.forms.get("vi", "") for term in of(corpus).terms if term.key == name), "")


@lru_cache(maxsize=32)
def _pattern(pieces: tuple[str, ...]) -> re.Pattern[str] | None:
    try:
        return re.compile("|".join(rf"(?<![{LATIN}]){piece}(?![{LATIN}])" for piece in pieces)) if pieces else None
    except re.error:
        return None


def _past(sentence: str, rows: Map, said: Statement) -> bool:
    """Whether a sentence says that it is about the past: by a word, or by a date before the units ended."""
    former = rows.get("former")
    words = former.get(said.code) if isinstance(former, Map) else None
    for word in words if isinstance(words, Seq) else ():
        spaced = said.code in ("vi", "en")
        if re.search(rf"(?<![{LATIN}]){re.escape(str(word))}(?![{LATIN}])" if spaced else re.escape(str(word)), sentence, re.IGNORECASE):
            return True
    return any(_before(quantity) for quantity in parse(sentence, said.code))


def _before(quantity: Quantity) -> bool:
    """Whether a date, or a bare number that may be a year, lies before the units ended."""
    if quantity.kind == "date" and isinstance(quantity.value, tuple):
        year, month, day = quantity.value
        return year > 0 and (year, month or 12, day or 31) <= LAST
    return quantity.kind == "number" and not (quantity.unit or quantity.grouped) and EARLIEST <= quantity.number < LAST[0]


RULE = Rule("outdated-unit", "error", run)
