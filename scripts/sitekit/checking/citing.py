"""Where figures are printed: header strips, page texts, and the texts and rows of data files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sitekit.checking.corpus import Corpus
from sitekit.checking.lenient_yaml import Map, Seq

_CITED = re.compile(r"\{\{\s*([A-Za-z0-9_]+)\s*(?:\|[^{}]*)?\}\}")
#: Entries of rows of data that name a figure.
NAMED = ("area", "capital", "figure")


def figures(corpus: Corpus) -> Iterator[tuple[str, int, str]]:
    """File, line and key of each figure that a file asked for prints; each key once a file."""
    for page in corpus.pages():
        said = set()
        places = [(page.line("figures"), key) for key in page.strings("figures")]
        places += [(block.line, cited.key) for block in page.texts for cited in block.citations if cited.figure]
        for line, key in places:
            if key not in said:
                said.add(key)
                yield page.path, line, key
    for file in corpus.data_files:
        if file.path != "data/figures.yml":
            said = set()
            for line, key in _data(file.value):
                if key not in said:
                    said.add(key)
                    yield file.path, line, key


def _data(value: Any) -> Iterator[tuple[int, str]]:
    if isinstance(value, Seq):
        for item in value:
            yield from _data(item)
    elif isinstance(value, Map):
        for key, item in value.items():
            if isinstance(item, str):
                if key in NAMED:
                    yield value.lines[key], item
                for cited in _CITED.findall(item) if "{{" in item else ():
                    yield value.lines[key], cited
            else:
                yield from _data(item)
