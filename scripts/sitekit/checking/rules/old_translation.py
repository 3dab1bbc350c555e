"""A translation must have been made from the Vietnamese text as it stands today."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.checking import digests, naming
from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each translation whose digests differ from the Vietnamese page's, naming the lines that changed."""
    for source, page in corpus.pairs():
        if not page.readable or not source.readable:
            continue
        made_from, line = page.string("translated_from"), page.line("translated_from")
        words = {"language": naming.language(page.code), "page": f"{page.code}/{page.name}"}
        if not digests.readable(made_from):
            yield Finding("old-translation", page.path, line, words, sentence="translation-without-stamp")
            continue
        changes = digests.changes(source, made_from)
        if changes.changed:
            yield Finding("old-translation", page.path, line, {
                **words, "count": len(changes.changed), "lines": naming.lines(changes.changed)})  # fmt: skip
        elif changes.removed_at:
            yield Finding("old-translation", page.path, line, {
                **words, "lines": naming.lines(changes.removed_at)}, sentence="translation-of-removed-text")  # fmt: skip


RULE = Rule("old-translation", "error", run)
