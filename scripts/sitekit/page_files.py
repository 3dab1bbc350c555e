"""The built pages of one language: where each lies, its HTML, and the digest of it, which a build that wrote them hands on."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from sitekit.pages import address
from sitekit.site import Site

PAGE = "index.html"
#: Name of a page → SHA-256 of its HTML.
Digests = Mapping[str, str]


class PageFiles:
    """Those of language `code` below `folder`, pages in place of missing translations too.

    What `digests` says of a page is true until somebody changes it; what it does not say is read.
    """

    def __init__(self, site: Site, code: str, folder: Path, digests: Digests | None = None) -> None:
        self.site, self.code, self.folder = site, code, folder
        self.names = site.pages.names()
        self._digests = digests or {}

    def address(self, name: str) -> str:
        """Where page `name` stands below the site's root."""
        return address(name, self.site.languages[self.code])

    def file(self, name: str) -> Path:
        """The file of page `name`."""
        return self.folder / self.address(name) / PAGE

    def html(self, name: str) -> bytes:
        """The HTML of page `name`."""
        return self.file(name).read_bytes()

    def digest(self, name: str) -> str:
        """The SHA-256 of the HTML of page `name`."""
        return self._digests.get(name) or hashlib.sha256(self.html(name)).hexdigest()
