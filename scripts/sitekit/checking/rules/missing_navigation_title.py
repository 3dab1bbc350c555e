"""Every section in the header needs a name in every language, and a page to lead to."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.checking import naming
from sitekit.checking.corpus import Corpus
from sitekit.checking.lenient_yaml import Map
from sitekit.checking.rule import Finding, Rule
from sitekit.languages import REFERENCE
from sitekit.problems import closest

FILE = "data/sections.yml"


def run(corpus: Corpus) -> Iterator[Finding]:
    """Findings in `data/sections.yml`."""
    if not corpus.wanted(FILE):
        return
    for row in corpus.data("sections").items:
        page, names = row.get("page"), row.get("name")
        line = row.lines.get("page", row.line)
        if not isinstance(page, str) or not corpus.exists(REFERENCE, page):
            words = {"page": page or "—", "closest": closest(str(page), corpus.names) or "—"}
            yield Finding("missing-navigation-title", FILE, line, words, sentence="section-without-page")
        for code in corpus.languages:
            name = names.get(code) if isinstance(names, Map) else None
            if not isinstance(name, str) or not name.strip():
                words = {"page": page or "—", "language": naming.language(code), "code": code}
                at = names.lines.get(code, names.line) if isinstance(names, Map) else line
                yield Finding("missing-navigation-title", FILE, at, words)


RULE = Rule("missing-navigation-title", "error", run)
