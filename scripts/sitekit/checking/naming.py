"""Words of messages that differ with the language of the message: names of languages, lists of lines, excerpts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from sitekit.checking import widths

Word = Callable[[str], str]
#: An excerpt is long enough to be found in the page and short enough for one line of a report.
LONGEST = 48


@lru_cache(maxsize=64)
def _language(code: str, said_in: str) -> str:
    try:
        name = Locale.parse(said_in).languages.get(code)
    except (UnknownLocaleError, ValueError):
        name = None
    name = name or code
    if said_in == "vi":
        bare = name.removeprefix("Tiếng ").removeprefix("tiếng ")
        return f"tiếng {bare}"
    return name


def language(code: str) -> Word:
    """The name of language `code`: “tiếng Lào”, “Lao”."""
    return lambda said_in: _language(code, said_in)


def lines(numbers: Iterable[int]) -> Word:
    """Lines as a sentence lists them: “dòng 9 và 14”, “lines 9 and 14”."""
    ordered = sorted(set(numbers))

    def said(said_in: str) -> str:
        one, many, joint = ("dòng", "dòng", "và") if said_in == "vi" else ("line", "lines", "and")
        *first, last = [str(number) for number in ordered] or ["—"]
        return f"{many} {', '.join(first)} {joint} {last}" if first else f"{one} {last}"

    return said


def either(vi: str, en: str) -> Word:
    """A word that stands in code because it is chosen there."""
    return lambda said_in: vi if said_in == "vi" else en


def excerpt(text: str, longest: int = LONGEST) -> str:
    """`text` on one line, cut at `longest` columns."""
    return widths.cut(" ".join(text.split()), longest)
