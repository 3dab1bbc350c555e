"""Names and terms stand as the glossary agrees them: no form to be avoided, no other accents, no slip of spelling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sitekit.checking import chinese_slips, spelling, statements
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
        yield from _sounding_alike(said, finder)
    pairs = statements.counterparts(corpus)
    pages: dict[str, set[str]] = {}  # names of a Vietnamese page or data file, by its path
    for source in {id(source): source for source, _ in pairs}.values():
        pages.setdefault(source.path, set()).update(_names_of(source, names))
    for source, translation in pairs:
        here = _names_of(source, names)
        keys = here if source.kind == "data" or translation.code == "zh" else pages[source.path]
        yield from _misspelt(translation, sorted(keys), here, names)


def _names_of(source: Statement, names: Names) -> Counter[str]:
    """Keys of the names in a Vietnamese text, and how often each stands there."""
    hits = names.finder(REFERENCE).hits(source.prose)
    return Counter(hit[1].key for hit in hits if hit[1].is_name and not part_of_other(source.prose, hit[0], *hit[2:]))


def _other_accents(said: Statement, finder: Finder) -> Iterator[Slip]:
    """Names with the right letters and other accents, capitals or spaces: Cua Lo, Cửa lò, Viet Nam."""
    end = 0
    for window in spelling.windows(said.prose):
        if window.start < end or window.letters not in finder.folded:
            continue
        term, form = finder.folded[window.letters]
        if finder.agrees(window.written):
            end = window.end
        elif _same_name(form, window, term):
            end = window.end
            yield said, window.written, form, term, "name-in-other-letters"


def _same_name(form: str, window: spelling.Window, term: Term) -> bool:
    """Whether a window with the letters of `form` is meant to be it, and not other words or part of a foreign name."""
    capitals = sum(sign.isupper() for sign in window.written)
    if capitals < sum(sign.isupper() for sign in form) and window.written.lower() != form.lower():
        return False  # “Năm dân tộc” is not Nam Đàn
    # “Vietnam Airlines” is a name of its own
    return not (window.written in term.forms.values() and any(word.isascii() and word[:1].isupper() for word in window.neighbours))


def _sounding_alike(said: Statement, finder: Finder) -> Iterator[Slip]:
    """Chinese names typed with a homophone, Lao names with another tone mark."""
    for written, form in finder.alike(said.prose):
        if not finder.agrees(written) and written not in finder.avoided:
            yield said, written, form, finder.agreed[form], "name-in-other-letters" if said.code == "lo" else "name-sounds-alike"


def _misspelt(translation: Statement, keys: list[str], here: Counter[str], names: Names) -> Iterator[Slip]:
    """Something in the translation that is nearly a name of its source, and neither that name nor another."""
    finder = names.finder(translation.code)
    hits = finder.hits(translation.prose)
    rest = finder.without(translation.prose, "", hits)
    for key in keys:
        form = names.by_key[key].forms.get(translation.code, "")
        inside = any(hit[0] in form and hit[0] != form for hit in hits)  # 胡志明 stays where 胡志明市 is looked for
        text = finder.without(translation.prose, form, hits) if inside else rest
        # in Chinese another character is another word; only where the name itself is wanting may it be a slip
        lacking = translation.code != "zh" or translation.prose.count(form) < here[key]
        written = spelling.near(form, text) if form and lacking else ""
        if written and not finder.agrees(written) and not _another(written, form, finder):
            yield translation, written, form, names.by_key[key], "name-misspelt"


def _another(written: str, form: str, finder: Finder) -> bool:
    """Whether a Chinese piece holds another agreed name and does not sound like `form`: 的决山 is no slip of 勇决山."""
    return finder.code == "zh" and bool(finder.hits(written)) and chinese_slips.sounds(written) != chinese_slips.sounds(form)


RULE = Rule(NAME, "error", run)
