"""Every picture must say in every language what it shows: those who cannot see it, and search engines, have only that."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.checking import naming
from sitekit.checking.corpus import Corpus
from sitekit.checking.lenient_yaml import Map
from sitekit.checking.rule import Finding, Rule


def run(corpus: Corpus) -> Iterator[Finding]:
    """Findings in a picture's record, or at the picture itself when it has none."""
    for picture in corpus.pictures.values():
        record_path = picture.rpartition(".")[0] + ".yml"
        if not corpus.wanted(picture) and not corpus.wanted(record_path):
            continue
        record = corpus.yaml(record_path)
        if not record.exists:
            yield Finding("missing-picture-description", picture, words={"record": record_path}, sentence="picture-without-a-record")
            continue
        if record.faults and not isinstance(record.value, Map):
            continue  # unreadable-data says so
        row = record.value if isinstance(record.value, Map) else Map()
        for key, sentence in (("description", ""), ("caption", "missing-picture-caption")):
            if key == "description" and row.get("decorative") is True:
                continue
            texts = row.get(key)
            for code in corpus.languages:
                text = texts.get(code) if isinstance(texts, Map) else None
                if not isinstance(text, str) or not text.strip():
                    line = texts.lines.get(code, row.lines[key]) if isinstance(texts, Map) else row.lines.get(key, 0)
                    words = {"language": naming.language(code), "code": code}
                    yield Finding("missing-picture-description", record_path, line, words, sentence=sentence)


RULE = Rule("missing-picture-description", "error", run)
