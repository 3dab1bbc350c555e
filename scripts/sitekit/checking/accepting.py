"""Recording that a translation is up to date: allowed when it says what its source says, as far as a machine can tell."""

from __future__ import annotations

from dataclasses import dataclass

from sitekit.checking import digests, header_writing, run, status
from sitekit.checking.corpus import Corpus
from sitekit.checking.rules import BOOK, BY_NAME
from sitekit.checking.run import Found
from sitekit.checking.source_page import SourcePage
from sitekit.checking.status import Changed
from sitekit.languages import REFERENCE

#: Groups of rules that compare a translation with its source, and what makes either unreadable.
PARITY = (*BOOK["structure"], *BOOK["figures"], "unreadable-header")


@dataclass(frozen=True)
class Acceptance:
    """What is to be recorded for a page: its new `text` (None when nothing changes), and the Vietnamese places that had changed.

    `hindrances` are parity errors: with any, nothing may be recorded. `stamped`: whether it said before what it was made from.
    """

    page: SourcePage
    text: str | None
    changed: tuple[Changed, ...]
    hindrances: tuple[Found, ...]
    stamped: bool


def _hindrances(corpus: Corpus, page: SourcePage) -> tuple[Found, ...]:
    only = Corpus(corpus.root, [page.path], corpus.today)
    rules = [BY_NAME[name] for name in PARITY if name in BY_NAME]
    found = run.check(only, rules, BY_NAME)
    return tuple(one for one in found if one.level == "error" and one.problem.rule in PARITY)


def prepare(corpus: Corpus, code: str, name: str, reader: str = "") -> Acceptance:
    """What accepting page `name` in language `code` would record; `reader` is a native speaker who has read it today.

    ValueError when it is no translation, or has no source.
    """
    page, source = corpus.page(code, name), corpus.page(REFERENCE, name)
    if page is None or source is None or code == REFERENCE:
        raise ValueError(f"{code}/{name}")
    made_from = page.string("translated_from")
    hindrances = _hindrances(corpus, page)
    text = (corpus.root / page.path).read_bytes().decode("utf-8", "replace")
    new = text
    if not hindrances:
        stamp = digests.stamp(source)
        if stamp != made_from:
            new = header_writing.with_entry(new, "translated_from", header_writing.quoted(stamp))
        if reader:
            new = header_writing.with_entry(new, "native_review", header_writing.quoted(f"{reader}, {corpus.today.isoformat()}"))
        elif not page.string("native_review"):
            new = header_writing.with_entry(new, "native_review", status.PENDING)
    return Acceptance(page, new if new != text else None, status.changed(source, made_from), hindrances, digests.readable(made_from))


def unstamped(corpus: Corpus) -> list[tuple[str, str]]:
    """Language and name of each translation that does not say what it was made from."""
    return [(page.code, page.name) for _, page in corpus.pairs() if not digests.readable(page.string("translated_from"))]
