"""Every page says what kind it is, which picture it shows, its lead, and when its facts were last compared with the sources."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule

#: What an editor would type; a title and a description have rules of their own.
NEEDED = {"lead": "…", "kind": "article", "picture": "cua-lo-beach", "checked": "{today}"}


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each entry that is missing or empty; news also need their day."""
    for page in corpus.pages():
        if not page.readable:
            continue
        needed = {**NEEDED, **({"date": "{today}"} if page.string("kind") == "news" else {})}
        for key, example in needed.items():
            if not page.string(key).strip():
                words = {"key": key, "example": example.format(today=corpus.today.isoformat())}
                yield Finding("missing-header-entry", page.path, page.line(key), words)


RULE = Rule("missing-header-entry", "error", run)
