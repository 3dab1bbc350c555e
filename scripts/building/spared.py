"""Work of the engine and its plugin that no byte of the site depends on, left out.

MkDocs reads every page's text with a parser of HTML for nothing but the ids in it, which takes as long as the text's inline marks;
its header, which was read before; and for each language the theme's fifteen thousand icons, of which it takes none. The plugin
makes a record of every page's file in every language for each language that it builds, for a switcher and a sitemap which are
not the theme's here, and looks at every page of languages that it then drops.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages
from mkdocs.structure.files import File, Files
from mkdocs.utils import meta
from mkdocs_static_i18n.folder import I18nFiles  # type: ignore[import-untyped]
from mkdocs_static_i18n.reconfigure import ExtendedPlugin  # type: ignore[import-untyped]

from building.replacing import replaced
from sitekit import kept_headers
from sitekit.kept_headers import KeptHeaders

#: What every anchor in HTML needs: the sign first, by which Python finds its place.
POSSIBLE = re.compile(r"=(?:(?<=id=)|(?<=name=)|(?<=\s=))", re.IGNORECASE)
_whole: Callable[[Any, list[str]], list[str]] = pages._RawHTMLPreprocessor.run


def _anchors(self: Any, lines: list[str]) -> list[str]:
    return _whole(self, lines) if POSSIBLE.search("\n".join(lines)) else lines


_looked_up: Callable[[I18nFiles, str], File | None] = I18nFiles.get_file_from_path


def _file(self: I18nFiles, path: str) -> File | None:
    known: dict[str, File | None] = self.__dict__.setdefault("looked_up", {})
    if path not in known:
        known[path] = _looked_up(self, path)
    return known[path]


@lru_cache(maxsize=16)
def _inside(folder: str) -> tuple[str, ...]:
    """The files in a folder of the theme; into folders that a dot hides, of which MkDocs takes nothing, nobody looks."""
    found = []
    for place, inside, names in os.walk(folder):
        inside[:] = [name for name in inside if not name.startswith(".")]
        below = os.path.relpath(place, folder).replace(os.sep, "/")
        found += [name if below == "." else f"{below}/{name}" for name in names if not name.startswith(".")]
    return tuple(found)


def _names(self: FileSystemLoader) -> list[str]:
    return sorted({name for folder in self.searchpath for name in _inside(str(folder))})


def look(config: MkDocsConfig) -> None:
    """Look into the theme's folders once for all languages."""
    for folder in config.theme.dirs:
        _inside(folder)


_reconfigured: Callable[[ExtendedPlugin, Files, MkDocsConfig], Files] = ExtendedPlugin.reconfigure_files


def _of_language(self: ExtendedPlugin, files: Files, config: MkDocsConfig) -> Files:
    """The plugin drops pages of other languages: of the one it falls back to only those that the one it builds has itself."""
    own, other = f"{self.current_language}/", f"{self.default_language}/"
    there = {file.src_uri.removeprefix(own) for file in files if file.src_uri.startswith(own)}
    left_out = tuple(f"{code}/" for code in self.all_languages if f"{code}/" not in {own, other})

    def dropped(file: File) -> bool:
        if own != other and file.src_uri.startswith(other):
            return file.src_uri.removeprefix(other) in there
        return file.src_uri.startswith(left_out)

    wanted = [file for file in files if not (dropped(file) and file.is_documentation_page())]
    return _reconfigured(self, Files(wanted), config)


_data: Callable[[str], tuple[str, dict[str, Any]]] = meta.get_data


def _header(headers: KeptHeaders, text: str) -> tuple[str, dict[str, Any]]:
    """As MkDocs reads it; the days in it stay the texts that we read, as nothing of the engine's looks at them."""
    match = meta.YAML_RE.match(text)
    found = headers.found(match[1]) if match else None
    return (text[match.end() :].lstrip("\n"), dict(found)) if match and isinstance(found, dict) else _data(text)


@contextmanager
def work(root: Path) -> Iterator[None]:
    """It is left out for the project at `root` while in the block."""
    with (replaced(meta, get_data=partial(_header, kept_headers.of(root))),
          replaced(pages._RawHTMLPreprocessor, run=_anchors),
          replaced(I18nFiles, get_file_from_path=_file),
          replaced(FileSystemLoader, list_templates=_names),
          replaced(ExtendedPlugin, reconfigure_files=_of_language, reconfigure_files_alternates=lambda *_, **__: None)):  # fmt: skip
        yield
