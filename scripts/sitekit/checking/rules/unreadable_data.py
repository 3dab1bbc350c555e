"""A data file must be readable, or everything it says is missing from the site."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.checking import yaml_faults
from sitekit.checking.corpus import IMAGES, Corpus, DataFile
from sitekit.checking.rule import Finding, Rule


def _records(corpus: Corpus) -> Iterator[DataFile]:
    """The records of pictures that are asked for."""
    for path in corpus.files:
        if path.startswith(f"{IMAGES}/") and path.endswith((".yml", ".yaml")) and corpus.wanted(path):
            yield corpus.yaml(path)


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each thing that stands in the way, in `data/` and beside pictures."""
    for file in (*corpus.data_files, *_records(corpus)):
        if file.faults:
            yield from yaml_faults.problems("unreadable-data", file.path, file.faults, file.text.split("\n"))


RULE = Rule("unreadable-data", "error", run)
