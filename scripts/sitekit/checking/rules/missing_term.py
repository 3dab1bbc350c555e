"""A name that the Vietnamese page uses is somewhere on its translation in the agreed form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from sitekit.checking import naming, statements
from sitekit.checking.corpus import Corpus
from sitekit.checking.finder import part_of_other
from sitekit.checking.letters import LATIN
from sitekit.checking.names import Names, of
from sitekit.checking.rule import Finding, Rule
from sitekit.checking.source_page import SourcePage
from sitekit.checking.statements import Statement
from sitekit.checking.terms import Term
from sitekit.languages import REFERENCE

#: A name that the source says once may be left to the context; said this often, its absence is noticed.
OFTEN = 3
#: A third of a longer form, and no fewer signs than this, says that the name is there in another wording.
MOST_OF_IT = 2


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each name of the source (not: common words) that its translation never uses."""
    names, said = of(corpus), _by_page(corpus)
    for source, page in corpus.pairs():
        here = "\n".join(one.prose for one in said.get(page.path, ()))
        for key, (times, line) in _used(said.get(source.path) or _texts(source), names).items():
            term = names.by_key[key]
            form = term.forms.get(page.code)
            if form and times >= OFTEN and not _there(term, page.code, here, names):
                words = {"name": term.forms[REFERENCE], "agreed": form, "language": naming.language(page.code)}
                yield Finding("missing-term", page.path, 0, {**words, "place": naming.lines([line])})


def _by_page(corpus: Corpus) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for said in statements.of_pages(corpus):
        found.setdefault(said.path, []).append(said)
    return found


def _texts(source: SourcePage) -> list[Statement]:
    """The texts of a Vietnamese page that is not among those asked for."""
    return [Statement(source.path, block.line, source.code, block.text, block.kind) for block in source.texts]


def _used(said: list[Statement], names: Names) -> dict[str, tuple[int, int]]:
    """Keys of the names that a Vietnamese page uses, with how often and the first line."""
    finder = names.finder(REFERENCE)
    times: Counter[str] = Counter()
    lines: dict[str, int] = {}
    for one in said:
        for form, term, start, end in finder.hits(one.prose):
            if term.is_name and form in finder.agreed and not part_of_other(one.prose, form, start, end):
                times[term.key] += 1
                lines.setdefault(term.key, one.line)
    return {key: (count, lines[key]) for key, count in times.items()}


def _there(term: Term, code: str, text: str, names: Names) -> bool:
    """Whether the agreed form stands in `text`, or most of it, or that of a shorter name inside it: 乂安 for tỉnh Nghệ An."""
    form, lower = term.forms[code], text.casefold()
    if _capitals(form) and all(word.casefold() in lower for word in _capitals(form)):
        return True  # “the temples of Cuông and Cờn”
    inside = [other for other in names.terms if other.forms.get(REFERENCE, "") in term.forms[REFERENCE] and REFERENCE in other.forms]
    if any((other.forms.get(code) or "\x00").casefold() in lower for other in (term, *inside) if other.is_name):
        return True
    least = max(MOST_OF_IT, -(-len(form) // 3))
    return any(form[start : start + least] in text for start in range(len(form) - least + 1)) and not _capitals(form)


def _capitals(form: str) -> list[str]:
    """The words of a form that are names in Latin letters."""
    return [word for word in re.findall(rf"[{LATIN}]+", form) if word[0].isupper()]


RULE = Rule("missing-term", "warning", run)
