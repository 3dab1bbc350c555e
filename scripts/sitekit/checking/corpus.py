"""Everything a check reads, leniently and only when a rule asks for it: pages, data files, records of pictures."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from sitekit.checking import alignment, lenient_yaml, source_page
from sitekit.checking.alignment import Pair
from sitekit.checking.files import listing
from sitekit.checking.lenient_yaml import Fault, Map, Seq
from sitekit.checking.source_page import SourcePage
from sitekit.languages import REFERENCE

_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
IMAGES = "docs/assets/images"


@dataclass(frozen=True)
class Language:
    """A language as `data/languages.yml` lists it."""

    code: str
    locale: str
    required: bool


@dataclass(frozen=True)
class DataFile:
    """A YAML file. `value` is what could be read; None when it is empty or missing. `text` is all that stands in it."""

    path: str
    exists: bool
    value: Any = None
    faults: tuple[Fault, ...] = ()
    text: str = ""

    @property
    def rows(self) -> dict[str, Map]:
        """Its rows by key, when it is a mapping of mappings; what is not is left out."""
        return {key: row for key, row in self.value.items() if isinstance(row, Map)} if isinstance(self.value, Map) else {}

    @property
    def items(self) -> list[Map]:
        """Its rows, when it is a list of mappings; what is not is left out."""
        return [row for row in self.value if isinstance(row, Map)] if isinstance(self.value, Seq) else []

    def line(self, key: str) -> int:
        """The line of top-level `key`, 0 when it is not there."""
        return self.value.lines.get(key, 0) if isinstance(self.value, Map) else 0


class Corpus:
    """A project below `root`. With `only` (paths relative to it), pages and findings are limited to these files and folders."""

    def __init__(self, root: Path, only: Iterable[str] = (), today: datetime.date | None = None) -> None:
        self.root = root
        self.only = frozenset(path.rstrip("/") for path in only)
        self.today = today or datetime.datetime.now().astimezone().date()
        self._pages: dict[tuple[str, str], SourcePage | None] = {}
        self._aligned: dict[tuple[str, str], list[Pair]] = {}
        self._data: dict[str, DataFile] = {}

    # -- what there is ----------------------------------------------------------------------------------------

    def wanted(self, path: str) -> bool:
        """Whether findings about `path` (relative to the root) are asked for."""
        return not self.only or any(path == one or path.startswith(f"{one}/") or one == "." for one in self.only)

    @cached_property
    def files(self) -> tuple[str, ...]:
        """Paths, relative to the root, of all files below docs/, sorted."""
        return listing(self.root, "docs")

    @cached_property
    def known(self) -> frozenset[str]:
        """The same paths, to ask whether one is there."""
        return frozenset(self.files)

    @cached_property
    def languages(self) -> dict[str, Language]:
        """The languages by code in the site's order, the reference (Vietnamese) always among them."""
        found = {}
        for row in self.data("languages").items:
            code = row.get("code")
            if isinstance(code, str) and _CODE.fullmatch(code):
                found[code] = Language(code, str(row.get("locale") or code), row.get("required") is True)
        return {REFERENCE: Language(REFERENCE, REFERENCE, True), **found} if REFERENCE not in found else found

    @cached_property
    def names(self) -> dict[str, tuple[str, ...]]:
        """Names of all pages (`visit/cua-lo`), sorted, each with the codes of the languages that have it."""
        found: dict[str, list[str]] = {}
        for path in self.files:
            _, code, *rest = path.split("/")
            if code in self.languages and rest and path.endswith(".md"):
                found.setdefault("/".join(rest)[: -len(".md")], []).append(code)
        return {name: tuple(found[name]) for name in sorted(found)}

    def missing(self) -> Iterator[tuple[str, str]]:
        """Code and name of each translation that is asked for and not there, though its Vietnamese page is."""
        for name, codes in self.names.items():
            for code in self.languages:
                if REFERENCE in codes and code not in codes and self.wanted(f"docs/{code}/{name}.md"):
                    yield code, name

    # -- pages ------------------------------------------------------------------------------------------------

    def exists(self, code: str, name: str) -> bool:
        """Whether page `name` is there in language `code`; reads nothing."""
        return code in self.names.get(name, ())

    def page(self, code: str, name: str) -> SourcePage | None:
        """Page `name` in language `code`, or None."""
        key = code, name
        if key not in self._pages:
            path = f"docs/{code}/{name}.md"
            try:
                page = source_page.read(self.root / path, path, code, name) if self.exists(code, name) else None
            except OSError:
                page = None
            self._pages[key] = page
        return self._pages[key]

    def pages(self) -> Iterator[SourcePage]:
        """The pages that are asked for, by name, Vietnamese before its translations."""
        for name, codes in self.names.items():
            for code in sorted(codes, key=lambda code: code != REFERENCE):
                if self.wanted(f"docs/{code}/{name}.md") and (page := self.page(code, name)):
                    yield page

    def pairs(self) -> Iterator[tuple[SourcePage, SourcePage]]:
        """Each translation that is asked for, after the Vietnamese page it belongs to; both exist."""
        for page in self.pages():
            if page.code != REFERENCE and (source := self.page(REFERENCE, page.name)):
                yield source, page

    def aligned(self, source: SourcePage, page: SourcePage) -> list[Pair]:
        """The texts (header and body) of a page and its translation side by side, as `alignment.pairs` finds them."""
        key = page.code, page.name
        if key not in self._aligned:
            self._aligned[key] = alignment.pairs(source.texts, page.texts)
        return self._aligned[key]

    # -- data -------------------------------------------------------------------------------------------------

    def data(self, name: str) -> DataFile:
        """`data/<name>.yml`."""
        return self.yaml(f"data/{name}.yml")

    def yaml(self, path: str) -> DataFile:
        """The YAML file at `path`, relative to the root."""
        if path not in self._data:
            self._data[path] = _read(self.root / path, path)
        return self._data[path]

    @cached_property
    def data_files(self) -> tuple[DataFile, ...]:
        """All data files that are asked for, except the messages to editors."""
        paths = [path for path in listing(self.root, "data") if re.fullmatch(r"data/[^/]+\.yml", path) and self.wanted(path)]
        return tuple(self.yaml(path) for path in paths)

    @property
    def figures(self) -> dict[str, Map]:
        """Rows of `data/figures.yml` by key."""
        return self.data("figures").rows

    @property
    def glossary(self) -> dict[str, Map]:
        """Rows of `data/glossary.yml` by key; nothing is promised of what stands in a row."""
        return self.data("glossary").rows

    @cached_property
    def pictures(self) -> dict[str, str]:
        """Masters of pictures: name without ending → path."""
        return {path.rpartition("/")[2].rpartition(".")[0]: path for path in self.files
                if path.startswith(f"{IMAGES}/") and not path.endswith((".yml", ".yaml", ".md"))}  # fmt: skip


def _read(file: Path, path: str) -> DataFile:
    try:
        raw = file.read_bytes()
    except OSError:
        return DataFile(path, exists=False)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        fault = Fault(raw.count(b"\n", 0, error.start) + 1, "not-utf-8", str(error.start))
        return DataFile(path, True, None, (fault,), raw.decode("utf-8", "replace"))
    if text.startswith("\ufeff"):
        return DataFile(path, True, lenient_yaml.read(text[1:]).value, (Fault(1, "byte-order-mark"),), text)
    loaded = lenient_yaml.read(text)
    # a text that is neither rows nor a list is a file whose colons are not colons
    odd = isinstance(loaded.value, str) and not loaded.faults
    return DataFile(path, True, loaded.value, (Fault(1, "header-not-keys"),) if odd else loaded.faults, text)
