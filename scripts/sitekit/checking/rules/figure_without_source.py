"""Every figure, and every row of data that states a fact, names a source that is in `data/sources.yml`."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.checking.corpus import Corpus, DataFile
from sitekit.checking.lenient_yaml import Map
from sitekit.checking.rule import Finding, Rule
from sitekit.problems import closest

FIGURES = "data/figures.yml"


def _rows(file: DataFile) -> Iterator[tuple[str, Map, int]]:
    """Name, row and line of each row of `file` that states facts: a figure, or one that says how sure it is."""
    for key, row in file.rows.items():
        if file.path == FIGURES or "confidence" in row or "sources" in row:
            yield key, row, file.line(key)
    for number, row in enumerate(file.items, 1):
        if "confidence" in row or "sources" in row:
            yield str(row.get("key") or row.get("name") or number), row, row.line


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each row without a source, and for each source that is not in the list."""
    known = corpus.data("sources").rows
    for file in corpus.data_files:
        if file.path == "data/sources.yml":
            continue
        for key, row, line in _rows(file):
            sources = row.get("sources")
            names = [sources] if isinstance(sources, str) else sources if isinstance(sources, list) else []
            at = row.lines.get("sources", line)
            if not names:
                yield Finding("figure-without-source", file.path, at, {"key": key},
                              sentence="" if file.path == FIGURES else "row-without-source")  # fmt: skip
            for name in names if file.path == FIGURES else ():  # unknown-name looks at the others
                if not isinstance(name, str) or name not in known:
                    words = {"key": key, "name": str(name), "closest": closest(str(name), known) or "—"}
                    yield Finding("figure-without-source", file.path, at, words, sentence="figure-of-unknown-source")


RULE = Rule("figure-without-source", "error", run)
