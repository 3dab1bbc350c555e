"""Names and terms stand as the glossary agrees them: no form to be avoided, no other accents, no slip of spelling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sitekit.checking import spelling, statements
from sitekit.checking.corpus import Corpus
from sitekit.checking.finder import Finder, part_of_other
from sitekit.checking.names import Names, of
from sitekit.checking.rule import Finding, Rule
from sitekit.checking.statements import Statement
from sitekit.checking.terms import Term
from sitekit.languages import REFERENCE

NAME = "glossary-variant"


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each form in a text that is not the agreed one."""
    names = of(corpus)
    seen: set[tuple[str, int, str]] = set()
    for said, written, agreed, term, sentence in _found(corpus, names):
        if (said.path, said.line, written) not in seen:
            seen.add((said.path, said.line, written))
            words = {"written": written, "agreed": agreed, "key": term.key, "name": term.forms.get(REFERENCE, agreed)}
            yield Finding(NAME, said.path, said.line, {**words, "why": term.why(said.code)}, sentence=sentence)


#: A text, what it writes, what it should write, of which term, and the sentence that says so.
Slip = tuple[Statement, str, str, Term, str]


def _found(corpus: Corpus, names: Names) -> Iterator[Slip]:
    for said in [*statements.of_pages(corpus), *statements.of_data(corpus)]:
        finder = names.finder(said.code)
        for form, term, *_ in finder.hits(said.prose):
            if form in finder.avoided and said.code in term.forms:
                yield said, form, term.forms[said.code], term, ""
        yield from _other_accents(said, finder)
    for source, translation in statements.counterparts(corpus):
        yield from _misspelt(source, translation, names)


def _other_accents(said: Statement, finder: Finder) -> Iterator[Slip]:
    """Names with the right letters and other accents, capitals or spaces: Cua Lo, Cửa lò, Viet Nam."""
    end = 0
    for window in spelling.windows(said.prose):
        if window.start < end or window.letters not in finder.folded:
            continue
        term, form = finder.folded[window.letters]
        if finder.agrees(window.written):
            end = window.end
        elif _same_name(form, window):
            end = window.end
            yield said, window.written, form, term, "name-in-other-letters"


def _same_name(form: str, window: spelling.Window) -> bool:
    """Whether a window with the letters of `form` is meant to be it, and not other words or part of a foreign name."""
    capitals = sum(sign.isupper() for sign in window.written)
    if capitals < sum(sign.isupper() for sign in form) and window.written.lower() != form.lower():
        return False  # “Năm dân tộc” is not Nam Đàn
    # “Vietnam Airlines” is a name of its own
    return not (window.written.isascii() and any(word.isascii() and word[:1].isupper() for word in window.neighbours))


def _misspelt(source: Statement, translation: Statement, names: Names) -> Iterator[Slip]:
    """A name of the source that the translation has less often, and something nearly like it instead."""
    hits = [hit for hit in names.finder(REFERENCE).hits(source.prose) if not part_of_other(source.prose, hit[0], *hit[2:])]
    if not hits:
        return
    finder, rest = names.finder(translation.code), ""
    terms = {term.key: term for _, term, *_ in hits}
    for key, times in Counter(term.key for _, term, *_ in hits).items():
        form = terms[key].forms.get(translation.code, "")
        if not form or not terms[key].is_name or translation.prose.count(form) >= times:
            continue
        rest = rest or finder.without(translation.prose)
        written = spelling.near(form, rest)
        if written and not finder.agrees(written):
            yield translation, written, form, terms[key], "name-misspelt"


RULE = Rule(NAME, "error", run)
