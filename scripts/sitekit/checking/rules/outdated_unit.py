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

DATA = "former_units"
#: The last day of the former units.
LAST = (2025, 6, 30)
EARLIEST = 1000
#: Keys of data files whose texts are about the past by what they are.
PAST_KEYS = frozenset(["before"])
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=\S)|(?<=[。！？；])|;\s")


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each text that speaks of a former unit as if it were there."""
    data = corpus.data(DATA).value
    units = {code: _units(corpus, data, code) for code in corpus.languages}
    former = {code: _former(data, code) for code in corpus.languages}
    for said in [*statements.of_pages(corpus), *statements.of_data(corpus)]:
        unit = units[said.code]
        if not unit or PAST_KEYS & set(said.keys) or not unit.search(said.prose):
            continue
        for sentence in _SENTENCE.split(said.prose):
            found = unit.search(sentence)
            if found and not _past(f"{sentence} | {said.context}", former[said.code], said.code):
                yield Finding("outdated-unit", said.path, said.line, {"unit": found[0], "language": naming.language(said.code)})


def _texts(data: object, *keys: str) -> list[str]:
    """The texts in the list that `keys` lead to; nothing where the way is another."""
    for key in keys:
        data = data.get(key) if isinstance(data, Map) else None
    return [text for text in data if isinstance(text, str)] if isinstance(data, Seq) else []


def _units(corpus: Corpus, data: object, code: str) -> re.Pattern[str] | None:
    """A pattern of every former unit as language `code` writes it; Lao and Chinese write Vietnamese names as well."""
    terms = of(corpus).by_key
    kinds = data.get("units") if isinstance(data, Map) else None
    pieces = []
    for kind in kinds if isinstance(kinds, Map) else ():
        for name in _texts(data, "units", kind):
            forms = {terms[name].forms.get(known, name) for known in (code, "vi")} if name in terms else {name}
            pieces += [written.replace("{}", form) for written in _texts(data, "kinds", kind, code) for form in forms]
    return _pattern(tuple(pieces))


@lru_cache(maxsize=32)
def _pattern(pieces: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile(rf"(?<![{LATIN}])(?:{'|'.join(map(re.escape, pieces))})(?![{LATIN}])") if pieces else None


def _former(data: object, code: str) -> re.Pattern[str]:
    """A pattern of the words that say a unit is of the past."""
    words = "|".join(map(re.escape, _texts(data, "former", code))) or "(?!)"
    return re.compile(rf"(?<![{LATIN}])(?:{words})(?![{LATIN}])" if code in ("vi", "en") else words, re.IGNORECASE)


def _past(sentence: str, former: re.Pattern[str], code: str) -> bool:
    """Whether a sentence says that it is about the past: by a word, or by a date before the units ended."""
    return bool(former.search(sentence)) or any(_before(quantity) for quantity in parse(sentence, code))


def _before(quantity: Quantity) -> bool:
    """Whether a date, or a bare number that may be a year, lies before the units ended."""
    if quantity.kind == "date" and isinstance(quantity.value, tuple):
        year, month, day = quantity.value
        return year > 0 and (year, month or 12, day or 31) <= LAST
    return quantity.kind == "number" and not (quantity.unit or quantity.grouped) and EARLIEST <= quantity.number < LAST[0]


RULE = Rule("outdated-unit", "error", run)
