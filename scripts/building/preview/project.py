"""The project in memory: read again when something was saved, asked for pages by the server."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable
from pathlib import Path

from building import whole
from building.preview import made
from building.preview.languages import Language
from sitekit import checks, pictures_step
from sitekit import site as sites
from sitekit.pages import address
from sitekit.problems import ContentError
from sitekit.site import Site

IMAGES = "docs/assets/images"


class Project:
    """The project at `root`; pages are written below `folder` on their way."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.root = root
        self.config = whole.load(root, folder, strict=False)
        self._module = whole.hooks(self.config)
        self._module.on_config(self.config)
        self._lock = threading.RLock()
        self._languages: dict[str, Language] = {}
        self._made: dict[str, bytes] = {}
        self._addresses: dict[str, str] = {}
        self._files: object = None
        self.site: Site | None = None
        #: What keeps the project from being shown; empty when nothing does.
        self.trouble = ""
        #: Grows with every change; tells two runs of the program apart.
        self.version = f"{time.time_ns()}-0"
        self._images: dict[str, object] | None = None
        self.read_again(())

    def read_again(self, changed: Iterable[Path]) -> None:
        """Take in what was saved in the files `changed`; `trouble` says what is wrong with it."""
        with self._lock:
            pictures = self.root / IMAGES
            try:
                if self._images is None or any(file.is_relative_to(pictures) for file in changed):
                    self._images = pictures_step.manifest(self.root)
                site = sites.load(self.root, self._images)
                checks.check(site)
            except (ContentError, OSError) as error:
                self.trouble = str(error)
            else:
                self.trouble, self.site = "", site
                self._module._current[self.root] = site
                self._take(site)
            self._made.clear()
            start, _, number = self.version.partition("-")
            self.version = f"{start}-{int(number) + 1}"

    def _take(self, site: Site) -> None:
        """Forget files and navigation when there are others than before."""
        docs = self.root / "docs"
        files = sorted(file.relative_to(docs) for file in docs.rglob("*"))
        if files != self._files:
            self._languages.clear()
            self._files = files
        self._addresses = {address(name, language): code for code, language in site.languages.items() for name in site.pages.names()}

    def page(self, url: str) -> bytes | None:
        """The page at `url` below the root as it stands now; None when there is none. ContentError: it cannot be made."""
        with self._lock:
            code = self._addresses.get(url)
            if code is None or self.site is None:
                return None
            if url not in self._made:
                if code not in self._languages:
                    self._languages[code] = Language(self.config, code)
                found = self._languages[code].page(url)
                if found is None:
                    return None
                self._made[url] = found
            return self._made[url]

    def files(self, path: str) -> list[Path]:
        """Where file `path` of the site may come from, the likeliest first: pages' files, pictures, the theme."""
        picture = made.picture(path, self.site) if self.site else None
        return [picture] if picture else [place / path for place in (self.root / "docs", *map(Path, self.config.theme.dirs))]

    def text(self, path: str) -> str | None:
        """The text of file `path` where it is made from others; None for any other file."""
        scanned = made.scanned(path, self.site, self.config.site_url or "") if self.site else None
        return scanned or made.text(path, self.root, self.config.theme.dirs)
