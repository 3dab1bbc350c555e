"""The state of every translation: done, old, missing, or waiting for a native reader."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from sitekit.checking import digests
from sitekit.checking.blocks import CITATION, Block
from sitekit.checking.corpus import Corpus
from sitekit.checking.naming import excerpt
from sitekit.checking.source_page import SourcePage
from sitekit.languages import REFERENCE

State = Literal["done", "waiting", "old", "missing"]
STATES: tuple[State, ...] = ("done", "waiting", "old", "missing")
#: What the header says as long as no native speaker has read the page.
PENDING = "pending"


@dataclass(frozen=True)
class Changed:
    """A place of the Vietnamese page that changed since: its line and its text today; `removed`: text before it was taken out."""

    line: int
    text: str
    removed: bool = False


@dataclass(frozen=True)
class Version:
    """A page in one language. `changed` says what to bring up to date in an old one; empty when it does not say what it was made from."""

    name: str
    code: str
    title: str
    state: State
    changed: tuple[Changed, ...] = ()
    reviewed: str = ""

    @property
    def path(self) -> str:
        """Its file."""
        return f"docs/{self.code}/{self.name}.md"


@dataclass(frozen=True)
class Table:
    """Every page in every language: `rows` by name, each in the order of `codes`."""

    codes: tuple[str, ...]
    rows: dict[str, tuple[Version, ...]]

    def totals(self) -> dict[str, dict[State, int]]:
        """How many pages are in each state, by language; the four add up to the number of pages."""
        counts = Counter((version.code, version.state) for row in self.rows.values() for version in row)
        return {code: {state: counts[code, state] for state in STATES} for code in self.codes}

    def current(self, code: str) -> int:
        """Percent of pages that are there and up to date in language `code`, read by a native or not; rounded down."""
        count = self.totals()[code]
        return 100 * (count["done"] + count["waiting"]) // max(1, sum(count.values()))

    def of(self, code: str, *states: State) -> list[Version]:
        """The pages of language `code` in one of `states`, by name."""
        return [version for row in self.rows.values() for version in row if version.code == code and version.state in states]


def _block_text(block: Block) -> str:
    return " ".join(block.plain.replace(CITATION, "…").split())


def changed(source: SourcePage, made_from: str) -> tuple[Changed, ...]:
    """The places of `source` that changed since a translation with the stamp `made_from` was made."""
    if not digests.readable(made_from):
        return ()
    found = digests.changes(source, made_from)
    texts = {block.line: _block_text(block) for block in source.texts}
    places = [Changed(line, texts.get(line, "")) for line in found.changed]
    places += [Changed(line, texts.get(line, ""), removed=True) for line in found.removed_at if line not in found.changed]
    return tuple(sorted(places, key=lambda place: place.line))


def _state(source: SourcePage | None, page: SourcePage | None) -> tuple[State, tuple[Changed, ...]]:
    if page is None:
        return "missing", ()
    if page.code == REFERENCE:
        return "done", ()
    made_from = page.string("translated_from")
    if source is None or not digests.readable(made_from):
        return "old", ()
    places = changed(source, made_from)
    if places:
        return "old", places
    return ("waiting" if page.string("native_review") in ("", PENDING) else "done"), ()


def table(corpus: Corpus) -> Table:
    """The state of every page in every language, Vietnamese first."""
    codes = tuple(sorted(corpus.languages, key=lambda code: code != REFERENCE))
    rows = {}
    for name in corpus.names:
        source = corpus.page(REFERENCE, name)
        versions = []
        for code in codes:
            page = corpus.page(code, name)
            state, places = _state(source, page)
            title = next((one.string("title") for one in (page, source) if one and one.string("title")), name)
            review = page.string("native_review") if page else ""
            versions.append(Version(name, code, excerpt(title, 70), state, places, "" if review == PENDING else review))
        rows[name] = tuple(versions)
    return Table(codes, rows)
