"""A site in memory: the pages of a project with some files changed, and what the rules find that was not there before.

A fault costs one page read and the rules run over that page (and its translations), not a process and a whole site.
"""

from __future__ import annotations

import datetime
import re
import tempfile
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from sitekit.checking import corpus as corpus_module
from sitekit.checking import digests, names, run, source_page
from sitekit.checking.corpus import Corpus, DataFile
from sitekit.checking.rules import BY_NAME, RULES
from sitekit.checking.source_page import SourcePage
from sitekit.languages import REFERENCE

TODAY = datetime.date(2026, 11, 26)
#: A file's new content; None: the file is gone.
Changes = dict[str, bytes | None]


class Site(Corpus):
    """The project below `root` with `changes` (path → content), sharing with `base` everything that is not changed."""

    def __init__(self, root: Path, changes: Changes | None = None, only: Iterable[str] = (), base: Site | None = None) -> None:
        super().__init__(root, only, TODAY)
        self.changes: Changes = {**(base.changes if base else {}), **(changes or {})}
        self.base = base
        self.before: dict[tuple[str, ...], Counter[tuple[str, str]]] = {}  # findings about files as they stand
        if base:
            self._data |= {path: data for path, data in base._data.items() if path not in self.changes}

    @cached_property
    def files(self) -> tuple[str, ...]:
        """The files of the base without those that are gone, with those that are new."""
        known = set(self.base.files if self.base else super().files)
        known -= {path for path, content in self.changes.items() if content is None}
        return tuple(sorted(known | {path for path, content in self.changes.items() if content is not None and path.startswith("docs/")}))

    def page(self, code: str, name: str) -> SourcePage | None:
        """A page as it was changed, else the base's."""
        path = f"docs/{code}/{name}.md"
        if path not in self.changes and self.base:
            return self.base.page(code, name) if self.exists(code, name) else None
        content = self.changes.get(path)
        if content is None:
            return super().page(code, name)
        if (code, name) not in self._pages:
            self._pages[code, name] = _read(content, path, code, name) if self.exists(code, name) else None
        return self._pages[code, name]

    def yaml(self, path: str) -> DataFile:
        """A YAML file as it was changed, else the base's."""
        content = self.changes.get(path)
        if content is not None and path not in self._data:
            with tempfile.NamedTemporaryFile() as file:
                file.write(content)
                file.flush()
                self._data[path] = corpus_module._read(Path(file.name), path)
        return super().yaml(path) if path in self._data or not self.base else self.base.yaml(path)

    def text(self, path: str) -> str:
        """The text of a file as it stands."""
        content = self.changes.get(path)
        return (content if content is not None else (self.root / path).read_bytes()).decode("utf-8")


def _read(content: bytes, path: str, code: str, name: str) -> SourcePage:
    with tempfile.NamedTemporaryFile() as file:
        file.write(content)
        file.flush()
        return source_page.read(Path(file.name), path, code, name)


def load(root: Path) -> Site:
    """The project below `root`, its translations stamped as made from the Vietnamese pages as they stand."""
    plain = Site(root)
    changes: Changes = {}
    for source, page in plain.pairs():
        stamp = f'translated_from: "{digests.stamp(source)}"'
        changes[page.path] = re.sub(r"(?m)^translated_from:.*$", stamp, page.text, count=1).encode()
    site = Site(root, changes, base=plain)
    for name in ("languages", "glossary", "figures", "sources", "places", "former_units"):
        site.data(name)
    return site


def found(site: Site, changes: Changes, about: Iterable[str]) -> Counter[tuple[str, str]]:
    """Rule and path of each finding about the files `about` (with the translations of a Vietnamese page)."""
    only = sorted({path for one in about for path in (one, *_translations(site, one))})
    changed = Site(site.root, changes, only, site)
    if "data/glossary.yml" not in changes:
        names.of.kept[changed] = names.of(site)
    # the catalogues of the interface are no part of any fault, and slow to read
    rules = [rule for rule in RULES if rule.name != "missing-interface-text"]
    return Counter((one.problem.rule, one.problem.path) for one in run.check(changed, rules, BY_NAME))


def new(site: Site, changes: Changes, about: Iterable[str] = ()) -> set[str]:
    """Names of the rules that find something after `changes` that they did not find before."""
    paths = tuple(sorted({*changes, *about}))
    if paths not in site.before:
        site.before[paths] = found(site, {}, paths)
    return {rule for rule, _ in found(site, changes, paths) - site.before[paths]}


def _translations(site: Site, path: str) -> list[str]:
    parts = path.split("/")
    if parts[:2] != ["docs", REFERENCE] or not path.endswith(".md"):
        return []
    return ["/".join(["docs", code, *parts[2:]]) for code in site.languages if code != REFERENCE]
