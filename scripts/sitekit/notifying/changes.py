"""Which addresses differ between two builds: those of pages, not of the files around them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sitekit import search_engines
from sitekit.notifying.manifest import Manifest

INDEX = "index.html"


@dataclass(frozen=True)
class Changes:
    """Absolute addresses, sorted: pages that are new or read differently, and pages that are no more."""

    changed: tuple[str, ...]
    gone: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.changed or self.gone)


def between(old: Manifest, new: Manifest, site_url: str) -> Changes:
    """What a search engine that knows the site `old` should read again to know the site `new`."""
    return Changes(_addresses((path for path, digest in new.items() if old.get(path) != digest), site_url),
                   _addresses(old.keys() - new.keys(), site_url))  # fmt: skip


def _addresses(paths: Iterable[str], site_url: str) -> tuple[str, ...]:
    pages = [path for path in paths if path.endswith(".html")]
    return tuple(sorted(search_engines.absolute(site_url, path.removesuffix(INDEX) if path.split("/")[-1] == INDEX else path)
                        for path in pages))  # fmt: skip
