"""The pages of the site: which exist in which language, and their addresses."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sitekit import citations, frontmatter, kept_headers
from sitekit.frontmatter import Header
from sitekit.kept_headers import KeptHeaders
from sitekit.languages import REFERENCE, Language
from sitekit.problems import ContentError, Problem
from sitekit.readings import EVERY, Reading, Readings


@dataclass(frozen=True)
class Page:
    """A page as its author wrote it. `name` is its path without language and ending: `visit/cua-lo`."""

    name: str
    language: str
    file: str
    header: Header
    body: str
    body_line: int


def address(name: str, language: Language) -> str:
    """Address of page `name` below the site's root: `lo/visit/cua-lo/`, `vi/`, `visit/`."""
    stem = "" if name == "index" else name.removesuffix("/index")
    return f"{language.prefix}{stem}/" if stem else language.prefix


class Pages:
    """All pages of a project by language and name."""

    def __init__(self, root: Path, languages: dict[str, Language]) -> None:
        self.languages = languages
        self.default = next(iter(languages))
        self._pages: dict[tuple[str, str], Page] = {}
        self.readings = Readings()
        self._states: dict[Reading, str] = {}
        self._digests: dict[tuple[str, str], str] = {}
        self._citing: dict[str, dict[str, list[str]]] = {}
        problems: list[Problem] = []
        headers = kept_headers.of(root)
        texts = {(code, file): _text(file) for code in languages for file in sorted((root / "docs" / code).rglob("*.md"))}
        headers.learn([head for text in texts.values() if isinstance(text, str) and (head := frontmatter.head(text))])
        for (code, file), text in texts.items():
            try:
                page = self._read(root, code, file, text, headers)
                self._pages[code, page.name] = page
            except ContentError as error:
                problems += error.problems
        headers.write()
        problems += self._required()
        if problems:
            raise ContentError(problems)

    @staticmethod
    def _read(root: Path, code: str, file: Path, text: str | UnicodeDecodeError, headers: KeptHeaders) -> Page:
        path = file.relative_to(root).as_posix()
        if isinstance(text, UnicodeDecodeError):
            raise ContentError([Problem("not-utf-8", path, words={"byte": text.start})]) from text
        header, body, line = frontmatter.read(text, path, headers.parse)
        return Page(file.relative_to(root / "docs" / code).with_suffix("").as_posix(), code, path, header, body, line)

    def _required(self) -> list[Problem]:
        """A page that exists in any language must exist in every language that is required."""
        return [Problem("missing-page", f"docs/{language.code}/{name}.md", words={"language": language.name})
                for language in self.languages.values() if language.required
                for name in self.names() if (language.code, name) not in self._pages]  # fmt: skip

    def __iter__(self) -> Iterator[Page]:
        self.readings.note(EVERY)
        return iter(self._pages.values())

    def names(self) -> list[str]:
        """The names of all pages, sorted."""
        return list(self._names)

    @cached_property
    def _names(self) -> list[str]:
        return sorted({name for _, name in self._pages})

    def real(self, code: str, name: str) -> Page | None:
        """The page in exactly this language, or None."""
        self.readings.note(("real", code, name))
        return self._pages.get((code, name))

    def shown(self, code: str, name: str) -> Page:
        """The page that a reader of `code` gets: their own, else the default language's."""
        self.readings.note(("shown", code, name))
        return self._pages.get((code, name)) or self._pages[self.default, name]

    def showing(self, code: str, block: str) -> list[str]:
        """The names of the pages that show `block` to readers of `code`, sorted."""
        self.readings.note(("showing", code, block))
        return self._showing(code, block)

    def _showing(self, code: str, block: str) -> list[str]:
        # every page asks this of each of its pictures: what each page cites is looked up once
        if code not in self._citing:
            found: dict[str, list[str]] = defaultdict(list)
            for name in self._names:
                page = self._pages.get((code, name)) or self._pages[self.default, name]
                for cited in set(citations.names(page.body)):
                    found[cited].append(name)
            self._citing[code] = dict(found)
        return [*self._citing[code].get(block, ())]

    def translations(self, name: str) -> list[Language]:
        """The languages in which page `name` really exists, in the site's order."""
        return [language for code, language in self.languages.items() if (code, name) in self._pages]

    def reference(self, name: str) -> Page | None:
        """The Vietnamese page that translations of `name` are made from."""
        return self.real(REFERENCE, name)

    def existing(self) -> list[tuple[str, str]]:
        """Language and name of every page."""
        return [*self._pages]

    def state(self, reading: Reading) -> str:
        """What `reading` finds, as a short text: equal as long as nobody who reads can see a difference.

        Of another page only its header is read, and what its text cites, never the text.
        """
        if reading == EVERY or reading[0] == "showing":
            if reading not in self._states:
                found = self._showing(*reading[1:]) if reading != EVERY else [self._digest(page) for page in self._pages.values()]
                self._states[reading] = _short(found)
            return self._states[reading]
        kind, code, name = reading
        page = self._pages.get((code, name)) or (self._pages.get((self.default, name)) if kind == "shown" else None)
        return self._digest(page) if page else ""

    def _digest(self, page: Page) -> str:
        key = page.language, page.name
        if key not in self._digests:
            values = {key: value for key, value in vars(page.header).items() if key != "lines"}
            self._digests[key] = _short((page.language, page.name, values, citations.names(page.body)))
        return self._digests[key]


def _text(file: Path) -> str | UnicodeDecodeError:
    """The text of `file`, or why it is none."""
    try:
        return file.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return error


def _short(value: object) -> str:
    return hashlib.sha256(repr(value).encode()).hexdigest()[:20]
