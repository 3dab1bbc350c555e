"""Each page names itself and every translation by absolute addresses, and every page that it names names it in turn."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.audit.built import Built, Page
from sitekit.problems import Problem

DEFAULT = "x-default"


def problems(site: Built) -> list[Problem]:
    """Every link between languages that is missing, relative, lost or not returned."""
    return [problem for page in site.pages.values() for problem in _page(site, page)]


def _page(site: Built, page: Page) -> Iterator[Problem]:
    links = page.alternates
    if not page.indexed:
        if links:
            yield Problem("alternate-claimed", page.file)
        return
    if page.canonical != page.address:
        yield Problem("other-canonical", page.file, words={"address": page.canonical or "—"})
    if links.get(page.lang) != page.address or DEFAULT not in links:
        yield Problem("alternate-missing", page.file, words={"tag": page.lang if links.get(page.lang) != page.address else DEFAULT})
    for tag, address in links.items():
        other = site.pages.get(address)
        if other is None:
            yield Problem("alternate-lost", page.file, words={"tag": tag, "address": address})
        elif page.address not in other.alternates.values():
            yield Problem("alternate-not-returned", page.file, words={"tag": tag, "other": other.file})
        elif tag not in (DEFAULT, other.lang):
            yield Problem("alternate-language", page.file, words={"tag": tag, "other": other.file, "lang": other.lang})
