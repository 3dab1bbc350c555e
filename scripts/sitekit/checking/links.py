"""Where a link of a page leads: a page of the site, a heading, a file, or somewhere else."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import unquote

from sitekit.checking.source_page import SourcePage

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True)
class Target:
    """`kind`: page, file, anchor (of the same page), absolute, outside (leaves docs/), remote. `path` is relative to the project.

    `name` is the page's name where it stands below the language's own folder, `code` the language whose folder it is.
    """

    kind: str
    path: str = ""
    code: str = ""
    name: str = ""
    anchor: str = ""

    def shared(self) -> str:
        """The target as versions in other languages have it too; empty for a remote one."""
        if self.kind == "remote":
            return ""
        return f"{self.name or self.path}#{self.anchor}" if self.anchor else self.name or self.path


def resolve(page: SourcePage, typed: str) -> Target:
    """Where `typed` leads from `page`."""
    typed = typed.strip()
    if _SCHEME.match(typed) or typed.startswith("//"):
        return Target("remote", typed)
    path, _, anchor = typed.partition("#")
    path = unquote(path.partition("?")[0])
    anchor = unquote(anchor)
    if not path:
        return Target("anchor", page.path, page.code, page.name, anchor)
    if path.startswith("/"):
        return Target("absolute", path, anchor=anchor)
    full = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
    if not full.startswith("docs/"):
        return Target("outside", full, anchor=anchor)
    if not full.endswith(".md"):
        return Target("file", full, anchor=anchor)
    _, code, name = [*full.split("/", 2), ""][:3]
    return Target("page", full, code, name.removesuffix(".md"), anchor)
