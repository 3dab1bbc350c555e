"""Accented letters are single characters (NFC): a letter and a loose accent look alike but are neither found nor drawn well."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from sitekit.checking import raw_lines
from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each line with decomposed letters, naming the first word."""
    for path, line, text in raw_lines.lines(corpus):
        if not text.isascii() and not unicodedata.is_normalized("NFC", text):
            word = next((word for word in text.split() if not unicodedata.is_normalized("NFC", word)), "")
            yield Finding("not-nfc", path, line, {"word": unicodedata.normalize("NFC", word)[:40]})


RULE = Rule("not-nfc", "error", run)
