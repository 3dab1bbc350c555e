"""What a page's header says of the page itself, and not to its reader, is the same in every language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitekit.checking import naming
from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule

#: Entries that no language changes. `sources` may come in any order.
SAME = ("kind", "picture", "place", "date", "figures", "cards", "sources")


def _plain(key: str, value: Any) -> list[str]:
    rows = [str(item) for item in value] if isinstance(value, list) else [] if value is None else [str(value)]
    return sorted(rows) if key == "sources" else rows


def run(corpus: Corpus) -> Iterator[Finding]:
    """Findings in the translation's header, one for each entry that differs."""
    for source, page in corpus.pairs():
        if not source.readable or not page.readable:
            continue
        for key in SAME:
            wanted, found = (_plain(key, one.header.get(key)) for one in (source, page))
            if wanted != found:
                typed = source.header.get(key)
                written = f"{key}: [{', '.join(map(str, typed))}]" if isinstance(typed, list) else f"{key}: {typed}"
                words = {"key": key, "language": naming.language(page.code), "written": written if wanted else "—"}
                sentence = "" if wanted else "header-entry-extra"
                yield Finding("header-mismatch", page.path, page.line(key), words, sentence=sentence)


RULE = Rule("header-mismatch", "error", run)
