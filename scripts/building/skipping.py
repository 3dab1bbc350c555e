"""Lets MkDocs skip pages that were kept.

MkDocs has no event that could say “this page is done”, so its two functions that make a page are wrapped: `_populate_page`
(Markdown) and `_build_page` (template). They have had this form since MkDocs 1.2, and the version is fixed.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.commands import build as mkdocs_build
from mkdocs.structure.pages import Page

from building.pages import Built, Pages, write
from building.replacing import replaced

logger = logging.getLogger(__name__)


class _Said(logging.Handler):
    """Counts what is said from a warning on."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


def _name(page: Page) -> str:
    return page.file.src_uri.partition("/")[2].removesuffix(".md")


class Skipping:
    """The two functions for one language."""

    def __init__(self, pages: Pages) -> None:
        self.pages, self.said = pages, _Said()
        self.found: dict[str, Built] = {}
        self.readings: dict[str, set[tuple[str, ...]]] = {}
        self._populate: Callable[..., None] = mkdocs_build._populate_page
        self._build: Callable[..., None] = mkdocs_build._build_page

    def populate(self, page: Page, config: Any, files: Any, dirty: bool = False) -> None:
        """Read a page and turn its Markdown into HTML, unless it is kept."""
        name = _name(page)
        built = self.pages.find(name)
        if built:
            self.found[name] = built
            page.markdown, page.content, page.meta = "", "", {}
            page.present_anchor_ids = set(built.ids)
            page.links_to_anchors = {files.get_file_from_path(uri): links for uri, links in built.links.items()}
            return
        before = self.said.count
        with self.pages.site.pages.readings.noted() as readings:
            self._populate(page, config, files, dirty)
        if self.said.count == before:
            self.readings[name] = readings

    def build(self, page: Page, config: Any, doc_files: Any, nav: Any, env: Any, dirty: bool = False, excluded: bool = False) -> None:
        """Write a page, as it was kept or as the template makes it."""
        name, target = _name(page), Path(page.file.abs_dest_path)
        if name in self.found:
            write(self.found[name], target)
            return
        self.pages.made.append(name)
        logger.info("made: %s/%s", self.pages.code, name)
        before = self.said.count
        with self.pages.site.pages.readings.noted() as readings:
            self._build(page, config, doc_files, nav, env, dirty, excluded)
        if self.said.count == before and name in self.readings and target.is_file():
            links = {file.src_uri: links for file, links in (page.links_to_anchors or {}).items()}
            built = Built(target.read_bytes(), sorted(page.present_anchor_ids or ()), links)
            self.pages.keep(name, built, self.readings[name] | readings)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """MkDocs skips pages while in the block."""
        engine = logging.getLogger("mkdocs")
        engine.addHandler(self.said)
        try:
            with replaced(mkdocs_build, _populate_page=self.populate, _build_page=self.build):
                yield
            self.pages.write()
        finally:
            engine.removeHandler(self.said)
