"""A number is written with the separators of the page's language: 16.486,49 in Vietnamese and Lao, 16,486.49 elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.checking import foreign_columns, naming, statements
from sitekit.checking.corpus import Corpus
from sitekit.checking.reading_numbers import wrong_separators
from sitekit.checking.rule import Finding, Rule


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each number in the habits of another language, with the way to write it."""
    elsewhere = foreign_columns.find(corpus)
    for said in [*statements.of_pages(corpus), *statements.of_data(corpus)]:
        for slip in wrong_separators(said.reading) if said.column not in elsewhere else ():
            words = {"written": slip.written.strip(), "right": slip.right.strip(), "language": naming.language(said.code)}
            yield Finding("wrong-separator", said.path, said.line, words)


RULE = Rule("wrong-separator", "error", run)
