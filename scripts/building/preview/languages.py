"""One language of the site in memory, ready to make any of its pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.commands import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page


class Language:
    """Files, navigation and templates of language `code`, as MkDocs and its plugin see them."""

    def __init__(self, config: MkDocsConfig, code: str) -> None:
        self.config, self.code = config, code
        self._speak()
        files = get_files(config)
        env = config.theme.get_env()
        files.add_files_from_theme(env, config)
        files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
        self.files, self.nav = files, nav
        self.env = config.plugins.on_env(env, config=config, files=files)
        self.env.auto_reload = True  # a saved template counts from the next page on
        self.documents = files.documentation_pages()
        self.by_url = {file.url: file for file in self.documents}
        for file in self.documents:
            if file.page is None:
                Page(None, file, config)

    def _speak(self) -> None:
        """Set the configuration, which all languages share, to this one."""
        plugin: Any = self.config.plugins["i18n"]
        plugin.building = True  # the plugin starts no loop of its own
        if plugin.current_language != self.code:
            plugin.current_language = self.code
            plugin.on_config(self.config)
            self.config.theme.dirs[:] = dict.fromkeys(self.config.theme.dirs)  # the plugin adds its folder each time

    def page(self, url: str) -> bytes | None:
        """The HTML of the page at `url` below the root; None when this language has no such page."""
        file = self.by_url.get(url or "./")
        if file is None:
            return None
        self._speak()
        page = Page(None, file, self.config)
        mkdocs_build._populate_page(page, self.config, self.files)
        mkdocs_build._build_page(page, self.config, self.documents, self.nav, self.env)
        return Path(file.abs_dest_path).read_bytes()
