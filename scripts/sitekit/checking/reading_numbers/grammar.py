"""The forms of a language as regular expressions, built from its lexicon.

A form is tried where a number can begin; the first that fits is taken. There are two grammars of each language: of
numbers in digits, which every reading needs, and of numbers in words, needed only where digits found no counterpart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sitekit.checking.reading_numbers import decimals, words
from sitekit.checking.reading_numbers.lexicon import Lexicon, either, literal, load

#: Decisions, laws, calls, codes: the same characters in every language.
DOCUMENTS = (
    r"(?P<document>\d{1,6}[A-Za-z]?/(?:\d{4}/)?[A-ZĐ][A-Za-zĐđ]*\d*(?:[-–][A-ZĐ][A-Za-zĐđ0-9]*)*(?:/[A-ZĐ]+)?)(?![A-Za-zĐđ0-9])",
    r"(?P<document>\d{1,6}[-–][A-ZĐ]{2,}(?:/[A-ZĐ]{2,})+)(?![A-Za-zĐđ0-9])",
    r"(?P<document>\d{1,4}\.[A-Z]{2,}(?: \d+(?:\.\d+)?)?)(?![A-Za-zĐđ0-9])",
)
PHONES = (r"(?P<phone>\(?(?:\+\d{1,3}|0\d{1,3})\)?(?:[ .\-]?\(?\d{1,4}\)?){2,5})(?!\d)",)
CODES = (r"(?P<code>0\d{2,})(?![\d.,]\d)",)
NUMERIC_DATES = (
    r"(?P<d>\d{1,2})(?P<sep>[/.-])(?P<m>\d{1,2})(?P=sep)(?P<y>\d{4})(?!\d)",
    r"(?P<y>\d{4})(?P<sep>[/.-])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)",
    r"(?P<m>\d{1,2})/(?P<y>\d{4})(?![\d/])",
)
SHORT_DATES = (r"(?P<d>\d{1,2})/(?P<m>\d{1,2})(?![\d/]|[.,]\d)",)
#: Several languages shorten the second year of a range: 1930–31.
YEARS = (r"(?P<y>\d{4})(?P<sep>[–—/-])(?P<y2>\d{2})(?!\d|[–—/-]\d)",)


@dataclass(frozen=True)
class Grammar:
    """`start` finds where a number can begin; `forms` are tried there in order, each with the kind it makes."""

    code: str
    start: re.Pattern[str]
    forms: tuple[tuple[str, re.Pattern[str]], ...]


def _places(lexicon: Lexicon, in_words: bool) -> dict[str, str]:
    rows, word = lexicon.rows, words.pattern(lexicon.code)
    or_word = f"|{word}" if in_words else ""
    names = literal(rows["names"]) if rows["names"] else "(?!)"
    ordinal = rows.get("ordinal", "")
    return {
        "{d}": rf"(?P<d>\d{{1,2}}(?!\d){ordinal}{or_word})",
        "{m}": rf"(?P<m>\d{{1,2}}(?!\d)|{names}{or_word})",
        "{lm}": rf"(?P<m>\d{{1,2}}(?!\d){ordinal}|{word})",
        "{name}": rf"(?P<name>{literal(lexicon.months) if lexicon.months else '(?!)'})",
        "{y}": r"(?P<y>[12]\d{3}(?!\d)" + ("|[〇零一二三四五六七八九]{4})" if in_words else ")"),
        "{decade}": r"(?P<decade>[1-9]0)(?!\d)",
        "{c}": rf"(?P<c>\d{{1,2}}(?!\d)|[IVX]{{1,6}}(?![A-Za-z]){or_word})",
        "{h}": rf"(?P<h>[012]?\d(?!\d){or_word})",
        "{min}": rf"(?P<min>[0-5]\d(?!\d){or_word})",
        "{am}": rf"(?P<am>{literal(rows['parts_of_day'])})",
        "{n}": rf"(?P<n>{word if in_words else decimals.NUMERAL})",
        "{top}": rf"(?P<top>{word})",
        "{bottom}": rf"(?P<bottom>{word})",
    }


def _amount(lexicon: Lexicon, in_words: bool) -> str:
    """A number with what may stand around it: a currency before, ordinal ending, magnitudes, half, unit behind."""
    rows = lexicon.rows
    spaced = lexicon.code not in words.UNSPACED
    edge = r"(?![^\W\d_])" if spaced else ""
    magnitude = either(rows["magnitudes"]) + edge
    numeral = _places(lexicon, in_words)["{n}"]
    more = rf"(?: ?{decimals.NUMERAL} ?{magnitude}(?: ?{magnitude})*)*"
    latin = r"(?:(?:US\$|[$€]) ?|(?:USD|VND|EUR) )"
    units = "|".join(either(unit.spellings) for unit in lexicon.units)  # in the order of the file: km² before km
    about = "(?:[多余几来]?)" if lexicon.code == "zh" else ""
    return (rf"(?P<before>{latin})?{numeral}{rows.get('ordinal', '')}"
            rf"(?P<times>{about}[ -]?{magnitude}(?:[ ]?{magnitude})*{more})?(?P<half> ?{rows['half']})?"
            rf"(?:(?: de)?[ -]?(?P<unit>{units})(?![A-Za-zÀ-ỹ]))?")  # fmt: skip


@lru_cache(maxsize=16)
def load_grammar(code: str, in_words: bool) -> Grammar:
    """The grammar of language `code` for numbers in digits or in words."""
    lexicon = load(code)
    rows = lexicon.rows
    places = _places(lexicon, in_words)
    forms: list[tuple[str, str]] = []
    if not in_words:
        forms += [("idiom", f"(?:{form})(?!\\d)") for form in rows["idioms"]]
        forms += [("document", form) for form in DOCUMENTS]
        forms += [("date", form) for form in NUMERIC_DATES]
        forms += [("phone", form) for form in PHONES] + [("code", form) for form in CODES]
    before = f"(?P<lunar>{rows['lunar_before']})?(?P<solar>{rows['solar_before']})?" if "lunar_before" in rows else ""
    after = f"(?P<lunar>{rows['lunar']})?(?P<solar>{rows['solar']})?" if "lunar" in rows else ""
    forms += [("date", before + form + after) for form in rows["dates"]]
    forms += [("century", form) for form in rows["centuries"]]
    forms += [("time", form) for form in rows["times"]]
    forms += [("percent", form) for form in rows["percents"]]
    if in_words:
        forms += [("fraction", form) for form in rows["fraction_forms"]]
        forms += [("half", f"(?P<known>{literal(rows['fractions'])})"), ("roman", r"(?<![A-Za-z])(?P<roman>[IVX]{1,6})(?![A-Za-z])")]
    else:
        forms += [("date", form) for form in YEARS] + [("date", form + after) for form in SHORT_DATES]
    forms.append(("number", _amount(lexicon, in_words)))
    cues = [*rows["cues"], *(rf"(?<![A-Za-z]){month}" for month in map(re.escape, lexicon.months))]
    if in_words:
        start = "|".join([r"\d", words.pattern(code), literal(rows["fractions"]), "[IVX]", *cues])
    else:
        start = "|".join([r"[+(]?\d", r"US\$|[$€]|USD |VND |EUR ", "full moon", *cues])
    return Grammar(code, re.compile(start), tuple((kind, re.compile(_fill(form, places))) for kind, form in forms))


def _fill(form: str, places: dict[str, str]) -> str:
    for place, expression in places.items():
        form = form.replace(place, expression)
    return form
