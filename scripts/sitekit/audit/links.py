"""Every link inside the site leads to a file that is there, every anchor to an element, every picture to a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitekit.audit.built import Built, Page
from sitekit.html_tree import Element
from sitekit.problems import Problem

SETS = ("srcset", "imagesrcset", "data-srcset")
#: Links in plain text: Markdown's, and the address after a name of robots.txt and the like.
MARKDOWN = re.compile(r"\]\(([^)\s]+)\)")
TEXTS = (".md", "llms.txt")


def problems(site: Built) -> list[Problem]:
    """Every link that leads nowhere, each once for a page."""
    found = [problem for page in site.pages.values() for problem in _page(site, page)]
    for file in sorted(site.files):
        if file.endswith(TEXTS):
            here = site.base + file
            lost = dict.fromkeys(link for link in MARKDOWN.findall(site.text(file)) if not _there(site, link, here)[0])
            found += [Problem("lost-link", file, words={"address": link}) for link in lost]
    return found


def of(element: Element) -> Iterator[str]:
    """The addresses that an element names."""
    for key in ("href", "src", "poster", "data"):
        if element.attrs.get(key):
            yield element.attrs[key]
    for key in SETS:
        yield from (part.split()[0] for part in element.attrs.get(key, "").split(", ") if part.strip())


def _page(site: Built, page: Page) -> Iterator[Problem]:
    said = set()
    for element in page.elements:
        for link in of(element):
            file, anchor = _there(site, link, page.address)
            if link not in said and not (file and anchor):
                said.add(link)
                yield Problem("lost-link" if not file else "lost-anchor", page.file, words={"address": link})


def _there(site: Built, link: str, here: str) -> tuple[bool, bool]:
    """Whether the file that `link` leads to is there, and whether its anchor is; yes for links out of the site."""
    target = site.target(link, here)
    if target is None:
        return True, True
    file, anchor = target
    if file not in site.files:
        return False, False
    page = site.pages.get(site.base + file.removesuffix("index.html")) if file.endswith(".html") else None
    return True, not anchor or page is None or anchor in page.ids
