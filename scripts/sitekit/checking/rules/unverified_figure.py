"""No page prints a figure, and no table a row, whose confidence is other than high or medium."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitekit.checking import citing
from sitekit.checking.corpus import Corpus
from sitekit.checking.lenient_yaml import Map
from sitekit.checking.rule import Finding, Rule
from sitekit.figures import PUBLISHABLE


def _said(row: Map) -> str:
    return str(row.get("confidence") or "—")


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each place that prints such a figure, once a page; and for each such row of a table."""
    doubtful = {key: _said(row) for key, row in corpus.figures.items() if row.get("confidence") not in PUBLISHABLE}
    if doubtful:
        for path, line, key in citing.figures(corpus):
            if key in doubtful:
                words = {"key": key, "confidence": doubtful[key]}
                yield Finding("unverified-figure", path, line, words, sentence="unverified-figure-printed")
    for file in corpus.data_files:
        rows: list[tuple[Any, Map]] = list(file.rows.items()) if file.path != "data/figures.yml" else []
        rows += [(row.get("key") or row.get("name") or number, row) for number, row in enumerate(file.items, 1)]
        for key, row in rows:
            if "confidence" in row and row["confidence"] not in PUBLISHABLE:
                words = {"key": key, "confidence": _said(row)}
                yield Finding("unverified-figure", file.path, row.lines["confidence"], words, sentence="unverified-entry")


RULE = Rule("unverified-figure", "error", run)
