"""Every link inside the site leads to a page or file that is there."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from sitekit.checking import links
from sitekit.checking.corpus import Corpus
from sitekit.checking.links import Target
from sitekit.checking.rule import Finding, Rule
from sitekit.checking.source_page import SourcePage
from sitekit.problems import closest


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each link that leads nowhere, names the site's own address, or crosses into another language."""
    for page in corpus.pages():
        for block in page.blocks:
            for link in block.inline.links if "[" in block.text else ():
                target = links.resolve(page, link.target)
                sentence = _fault(corpus, page, target)
                if sentence is not None:
                    words = {"target": link.target or "()", "closest": _closest(corpus, page, target), "code": page.code}
                    yield Finding("broken-link", page.path, block.line, words, sentence=sentence)


def _fault(corpus: Corpus, page: SourcePage, target: Target) -> str | None:
    """Name of the sentence that says what is wrong with `target`; None when it is in order."""
    if target.kind in ("remote", "anchor"):
        return None if target.path and not target.path.isspace() else ""
    if target.kind == "absolute":
        return "link-from-the-root"
    if target.kind == "page" and target.code != page.code and target.code in corpus.languages:
        return "link-into-another-language"
    if target.kind == "page" and target.code == page.code:
        # a page that this language lacks is shown in English, so the link holds; missing-translation says the rest
        return None if target.name in corpus.names else ""
    return None if target.path in corpus.known else ""


def _closest(corpus: Corpus, page: SourcePage, target: Target) -> str:
    """The nearest target, typed as this page would type it."""
    name = target.name or target.path.removeprefix(f"docs/{page.code}/").strip("/").removesuffix(".html")
    same_end = [known for known in corpus.names if known.rpartition("/")[2] == name.rpartition("/")[2]]
    near = next((stem for stem in (name, f"{name}/index", name.removesuffix("/index")) if stem in corpus.names), "")
    near = near or closest(name, corpus.names) or next(iter(same_end), "")
    return posixpath.relpath(f"/{near}.md", posixpath.dirname(f"/{page.name}")) if near else "—"


RULE = Rule("broken-link", "error", run)
