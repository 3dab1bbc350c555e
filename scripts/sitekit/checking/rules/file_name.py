"""Names of pages and pictures are of small Latin letters, digits and hyphens: they become addresses that people read and type."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitekit.checking.corpus import IMAGES, Corpus
from sitekit.checking.rule import Finding, Rule
from sitekit.slugs import slug

_PART = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ENDING = re.compile(r"(\.[a-z0-9]+)*")


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each file (or the folder it lies in) named otherwise, below a language or among the pictures."""
    said = set()
    for path in corpus.files:
        parts = path.split("/")
        if parts[1] not in corpus.languages and not path.startswith(f"{IMAGES}/"):
            continue
        for number, part in enumerate(parts[2:], 3):
            file = number == len(parts)
            stem, dot, ending = part.partition(".") if file else (part, "", "")
            here = "/".join(parts[:number])
            if (not _PART.fullmatch(stem) or not _ENDING.fullmatch(dot + ending)) and here not in said and corpus.wanted(here):
                said.add(here)
                wanted = (slug(stem) or "name") + (dot + slug(ending) if file else "")
                yield Finding("file-name", here, words={"name": part, "wanted": wanted})


RULE = Rule("file-name", "error", run)
