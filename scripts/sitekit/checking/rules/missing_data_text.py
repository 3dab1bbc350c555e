"""Texts that stand in a data file (a place, a park, an event, a name) must be there in every language."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.checking import lenient_yaml, naming
from sitekit.checking.corpus import Corpus, DataFile
from sitekit.checking.lenient_yaml import Map
from sitekit.checking.rule import Finding, Rule

#: Files that a rule of their own looks at, or that hold no texts for visitors.
ELSEWHERE = {"data/sections.yml", "data/languages.yml", "data/sources.yml", "data/glossary.yml"}


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each text and language that is missing, at the text's line."""
    for file in corpus.data_files:
        if file.path in ELSEWHERE:
            continue
        for keys, texts in lenient_yaml.texts(file.value):
            for code in corpus.languages:
                text = texts.get(code)
                if not isinstance(text, str) or not text.strip():
                    words = {"key": " · ".join(keys) or "—", "language": naming.language(code), "code": code}
                    yield Finding("missing-data-text", file.path, texts.lines.get(code, texts.line), words)
    if corpus.wanted("data/glossary.yml"):
        yield from _glossary(corpus, corpus.data("glossary"))


def _glossary(corpus: Corpus, file: DataFile) -> Iterator[Finding]:
    for key, row in file.rows.items():
        for code in corpus.languages:
            entry = row.get(code)
            form = entry.get("form") if isinstance(entry, Map) else None
            if not isinstance(form, str) or not form.strip():
                words = {"key": key, "language": naming.language(code), "code": code}
                yield Finding("missing-data-text", file.path, row.lines.get(code, file.line(key)), words, sentence="missing-glossary-form")


RULE = Rule("missing-data-text", "error", run)
