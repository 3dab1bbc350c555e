"""No two files have names that differ only in capitals or in how accents are stored: on some machines they are one file."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each file whose name another one has."""
    first: dict[str, str] = {}
    for path in corpus.files:
        key = unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
        other = first.setdefault(key, path)
        # the one to rename is the one that is not written plainly
        odd, plain = (other, path) if path == key else (path, other)
        if other != path and corpus.wanted(odd):
            yield Finding("case-collision", odd, words={"other": plain})


RULE = Rule("case-collision", "error", run)
