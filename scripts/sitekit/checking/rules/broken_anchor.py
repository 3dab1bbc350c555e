"""A link to a part of a page (`getting-here.md#by-train`) needs a heading with that id there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitekit.checking import links
from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule
from sitekit.checking.source_page import SourcePage
from sitekit.languages import REFERENCE
from sitekit.problems import closest

_OTHER_IDS = re.compile(r"\{[^{}]*#([A-Za-z][\w-]*)[^{}]*\}")


def ids(page: SourcePage) -> set[str]:
    """Every id that a link can lead to in `page`."""
    return {block.id for block in page.blocks if block.id} | set(_OTHER_IDS.findall(page.body))


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each link to a part that is not there, and for each place of the map that leads to one."""
    known: dict[tuple[str, str], set[str]] = {}

    def parts(code: str, name: str) -> set[str] | None:
        if (code, name) not in known and (page := corpus.page(code, name)):
            known[code, name] = ids(page)
        return known.get((code, name))

    for page in corpus.pages():
        if "#" not in page.body:
            continue
        for block in page.blocks:
            for link in block.inline.links if "#" in block.text else ():
                target = links.resolve(page, link.target)
                if target.kind not in ("page", "anchor") or not target.anchor:
                    continue
                found = parts(target.code, target.name)
                if found is not None and target.anchor not in found:
                    words = {"target": link.target, "closest": closest(target.anchor, found) or "—", "page": target.path}
                    yield Finding("broken-anchor", page.path, block.line, words)
    places = corpus.data("places")
    for row in places.rows.values() if corpus.wanted(places.path) else ():
        name, anchor = row.get("page"), row.get("anchor")
        found = parts(REFERENCE, name) if isinstance(name, str) else None
        if isinstance(anchor, str) and found is not None and anchor not in found:
            words = {"target": f"{name}#{anchor}", "closest": closest(anchor, found) or "—", "page": f"docs/{REFERENCE}/{name}.md"}
            yield Finding("broken-anchor", places.path, row.lines["anchor"], words)


RULE = Rule("broken-anchor", "error", run)
