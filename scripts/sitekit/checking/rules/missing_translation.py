"""A page that exists in Vietnamese must exist in every language of the site."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.checking import naming
from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule
from sitekit.languages import REFERENCE


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each language that lacks a Vietnamese page; reads only that page's title."""
    for code, name in corpus.missing():
        page, path = corpus.page(REFERENCE, name), f"docs/{code}/{name}.md"
        title = naming.excerpt(page.string("title") if page else "") or name
        words = {"title": title, "language": naming.language(code), "source": f"docs/{REFERENCE}/{name}.md", "path": path}
        required = corpus.languages[code].required
        yield Finding("missing-translation", path, words=words, sentence="missing-required-translation" if required else "")


RULE = Rule("missing-translation", "error", run)
