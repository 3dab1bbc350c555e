"""The lines of pages and the texts of data files as typed, for rules about single characters."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.checking import statements
from sitekit.checking.corpus import Corpus


def lines(corpus: Corpus) -> Iterator[tuple[str, int, str]]:
    """Path, line and text: every line of the pages asked for, every text of the data files."""
    for page in corpus.pages():
        yield from ((page.path, number, line) for number, line in enumerate(page.lines, 1))
    yield from ((said.path, said.line, said.text) for said in statements.of_data(corpus))
