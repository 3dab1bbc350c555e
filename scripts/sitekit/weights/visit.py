"""A first visit of one page: the files it asks for besides pictures, and what each weighs on the line."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from urllib.parse import quote, urljoin

from sitekit.audit.built import Built, Page
from sitekit.search_engines import EXAMPLE_ADDRESS
from sitekit.weights.faces import Faces

#: Files that are packed already.
PACKED = (".woff2", ".png")
#: The kinds of a visit's files, in the order of reports.
KINDS = ("html", "css", "script", "fonts", "other")
#: `<link>`s that a browser fetches by itself.
FETCHED = {"stylesheet": "css", "icon": "other", "manifest": "other", "modulepreload": "script"}
#: Types of scripts that a browser runs; every other is data.
RUN = {"", "module", "text/javascript"}


@dataclass(frozen=True)
class Visit:
    """Bytes on the line by kind, those of scripts that lie within the page (part of `html`), and how many requests that takes."""

    file: str
    lang: str
    weights: dict[str, int]
    inline: int
    requests: int

    @property
    def total(self) -> int:
        """All bytes."""
        return sum(self.weights.values())

    @property
    def script(self) -> int:
        """All that runs before anything is touched, wherever it lies."""
        return self.weights["script"] + self.inline


def packed(data: bytes) -> int:
    """Bytes of `data` as a host sends them: gzip at its best."""
    return len(gzip.compress(data, 9, mtime=0))


@lru_cache(maxsize=100_000)
def _weight(path: Path, stamp: int) -> int:
    del stamp  # a file that was written again is weighed again
    data = path.read_bytes()
    return len(data) if path.suffix in PACKED else packed(data)


def weigh(path: Path) -> int:
    """Bytes of a file on the line."""
    return _weight(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _faces(css: str) -> Faces:
    return Faces(css)


def of(site: Built, page: Page) -> Visit:
    """The first visit of `page`."""
    files: dict[str, str] = {}
    inline = b""
    for element in page.elements:
        if element.tag == "script" and element.attrs.get("type", "") in RUN:
            inline += "".join(str(child) for child in element.children).encode()
            files |= _named(site, page, element.attrs.get("src", ""), "script")
        elif element.tag == "link":
            kind = FETCHED.get(element.attrs.get("rel", ""), "fonts" if element.attrs.get("as") == "font" else "")
            files |= _named(site, page, element.attrs.get("href", ""), kind) if kind else {}
    for sheet in [file for file, kind in files.items() if kind == "css"]:
        for font in _faces(site.text(sheet)).files(page.root):
            files |= _named(site, page, urljoin(site.base + sheet, font), "fonts")
    weights = dict.fromkeys(KINDS, 0)
    weights["html"] = _html(site, page)
    for file, kind in files.items():
        weights[kind] += weigh(site.folder / file)
    return Visit(page.file, page.lang, weights, packed(inline) if inline else 0, 1 + len(files))


def _html(site: Built, page: Page) -> int:
    """Bytes of the page's HTML on the line, as at the example address: what a page may weigh must not hang on where it is published."""
    text = site.text(page.file)
    for form in (str, partial(quote, safe="")):
        text = text.replace(form(site.base), form(EXAMPLE_ADDRESS))
    return packed(text.encode())


def _named(site: Built, page: Page, link: str, kind: str) -> dict[str, str]:
    target = site.target(link, page.address) if link else None
    return {target[0]: kind} if target and target[0] in site.files else {}
