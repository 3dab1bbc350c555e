"""Work of the engine, its reader of Markdown and its plugin that no byte of the site depends on, left out.

A new reader of Markdown is made for each page, and each of its expressions looks through every text for signs that few of
them hold. MkDocs reads every page's text with a parser of HTML for nothing but the ids in it, which takes as long as the text's inline
marks; for each language it looks through the theme's fifteen thousand icons, of which it takes none. The plugin makes a
record of every page's file in every language for each language that it builds, for a switcher and a sitemap which are not
the theme's here, and looks at every page of languages that it then drops.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any
from unittest import mock

import markdown
from jinja2 import FileSystemLoader
from markdown import Markdown, inlinepatterns
from markdown.inlinepatterns import Pattern
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages
from mkdocs.structure.files import File, Files
from mkdocs_static_i18n.folder import I18nFiles  # type: ignore[import-untyped]
from mkdocs_static_i18n.reconfigure import ExtendedPlugin  # type: ignore[import-untyped]

#: What every anchor in HTML needs: the sign first, by which Python finds its place.
POSSIBLE = re.compile(r"=(?:(?<=id=)|(?<=name=)|(?<=\s=))", re.IGNORECASE)
_whole: Callable[[Any, list[str]], list[str]] = pages._RawHTMLPreprocessor.run


def _anchors(self: Any, lines: list[str]) -> list[str]:
    return _whole(self, lines) if POSSIBLE.search("\n".join(lines)) else lines


#: What a text must hold for Markdown's expressions to match.
SIGNS = {inlinepatterns.BACKTICK_RE: "`", inlinepatterns.LINK_RE: "[", inlinepatterns.IMAGE_LINK_RE: "![",
         inlinepatterns.ESCAPE_RE: "\\", inlinepatterns.AUTOLINK_RE: "<", inlinepatterns.AUTOMAIL_RE: "<",
         inlinepatterns.HTML_RE: "<", inlinepatterns.ENTITY_RE: "&", inlinepatterns.LINE_BREAK_RE: "  \n"}  # fmt: skip


_applied: Callable[..., tuple[str, bool, int]] = InlineProcessor._InlineProcessor__applyPattern


def _inline(self: InlineProcessor, data: str, index: int = 0) -> str:
    """As the reader's own, which asks every pattern of every text."""
    done: bool = isinstance(data, AtomicString)
    if done:
        return data
    patterns = self.inlinePatterns
    known: list[tuple[Pattern, str]] = patterns.__dict__.setdefault("with_signs", [])
    if len(known) != len(patterns):
        known[:] = [(pattern, SIGNS.get(pattern.pattern, "")) for pattern in patterns]
    for at in range(index, len(known)):
        pattern, sign = known[at]
        start, matched = 0, True
        while matched and data.find(sign, start) >= 0:
            data, matched, start = _applied(self, pattern, data, at, start)
    return data


_readers: dict[tuple[tuple[str, ...], str], Markdown] = {}


def _markdown(extensions: Sequence[str], extension_configs: Mapping[str, Any]) -> Markdown:
    """One reader of Markdown for all pages, as new: what MkDocs adds for a page takes the place of what it added for the last."""
    key = tuple(extensions), repr(extension_configs)
    if key not in _readers:
        _readers[key] = Markdown(extensions=extensions, extension_configs=extension_configs)
    return _readers[key].reset()


_looked_up: Callable[[I18nFiles, str], File | None] = I18nFiles.get_file_from_path


def _file(self: I18nFiles, path: str) -> File | None:
    known: dict[str, File | None] = self.__dict__.setdefault("looked_up", {})
    if path not in known:
        known[path] = _looked_up(self, path)
    return known[path]


_listed: Callable[[FileSystemLoader], list[str]] = FileSystemLoader.list_templates


@lru_cache(maxsize=16)
def _inside(folder: str) -> tuple[str, ...]:
    """The files in a folder of the theme; of those that a dot hides MkDocs takes none."""
    return tuple(name for name in _listed(FileSystemLoader(folder)) if not name.startswith(".") and "/." not in name)


def _names(self: FileSystemLoader) -> list[str]:
    return sorted({name for folder in self.searchpath for name in _inside(str(folder))})


def look(config: MkDocsConfig) -> None:
    """Look into the theme's folders once for all languages."""
    for folder in config.theme.dirs:
        _inside(folder)


_reconfigured: Callable[[ExtendedPlugin, Files, MkDocsConfig], Files] = ExtendedPlugin.reconfigure_files


def _of_language(self: ExtendedPlugin, files: Files, config: MkDocsConfig) -> Files:
    """The plugin drops every page of languages that are neither the one it builds nor the one it falls back to."""
    left_out = tuple(f"{code}/" for code in self.all_languages if code not in {self.current_language, self.default_language})
    wanted = [file for file in files if not (file.src_uri.startswith(left_out) and file.is_documentation_page())]
    return _reconfigured(self, Files(wanted), config)


@contextmanager
def work() -> Iterator[None]:
    """It is left out while in the block."""
    with (mock.patch.object(pages._RawHTMLPreprocessor, "run", _anchors),
          mock.patch.object(markdown, "Markdown", _markdown),
          mock.patch.object(InlineProcessor, "_InlineProcessor__handleInline", _inline),
          mock.patch.object(I18nFiles, "get_file_from_path", _file),
          mock.patch.object(FileSystemLoader, "list_templates", _names),
          mock.patch.object(ExtendedPlugin, "reconfigure_files", _of_language),
          mock.patch.object(ExtendedPlugin, "reconfigure_files_alternates")):  # fmt: skip
        yield
