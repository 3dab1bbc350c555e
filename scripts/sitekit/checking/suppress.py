"""Reasoned exceptions: `allow: [{rule: …, reason: …}]` in a page's header. An unused one is itself a problem."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sitekit.checking.corpus import Corpus
from sitekit.checking.lenient_yaml import Map
from sitekit.checking.source_page import SourcePage
from sitekit.languages import REFERENCE
from sitekit.problems import Problem, closest

#: The name under which exceptions that are not in order are reported.
RULE = "unused-suppression"


@dataclass(frozen=True)
class Excepted:
    """One exception: findings of `rule` on page `path` are not reported. `line`: where it stands."""

    path: str
    line: int
    rule: str
    reason: str


def of(page: SourcePage) -> list[Excepted]:
    """The exceptions of `page`, in order or not."""
    rows = page.header.get("allow")
    if rows is None:
        return []
    found = []
    for row in rows if isinstance(rows, list) else [rows]:
        rule, reason = (row.get("rule"), row.get("reason")) if isinstance(row, Map) else (row, None)
        line = row.line if isinstance(row, Map) else page.line("allow")
        found.append(Excepted(page.path, line, str(rule or ""), str(reason or "").strip()))
    return found


def _about(corpus: Corpus, path: str) -> str:
    """The page whose exceptions hold for `path`: a page that is missing has no header, its Vietnamese source speaks for it."""
    parts = path.split("/")
    if len(parts) > 2 and parts[0] == "docs" and path.endswith(".md") and path not in corpus.known:
        return "/".join([parts[0], REFERENCE, *parts[2:]])
    return path


def apply(corpus: Corpus, found: Iterable[Problem], ran: set[str], known: Iterable[str]) -> Iterator[Problem]:
    """`found` without what pages except for a reason, then what is wrong with the exceptions of the pages asked for.

    `ran` are the names of the rules that were run: only of these can an exception be called unused. `known` are all names.
    """
    excepted: dict[tuple[str, str], bool] = {}
    names = tuple(known)
    rows = [row for page in corpus.pages() for row in of(page)]
    # a missing page is excepted by its Vietnamese source, which need not be among the pages asked for
    sources = [page for code, name in corpus.missing() if (page := corpus.page(REFERENCE, name))] if corpus.only else []
    for row in [*rows, *(row for page in sources for row in of(page))]:
        if row.reason and row.rule in names:
            excepted[row.path, row.rule] = False
    for problem in found:
        key = _about(corpus, problem.path), problem.rule
        if key in excepted:
            excepted[key] = True
        else:
            yield problem
    for row in rows:
        words = {"name": row.rule, "closest": closest(row.rule, names) or "—"}
        if row.rule not in names:
            yield Problem(RULE, row.path, row.line, words, sentence="suppression-of-unknown-rule")
        elif not row.reason:
            yield Problem(RULE, row.path, row.line, words, sentence="suppression-without-reason")
        elif row.rule in ran and not excepted[row.path, row.rule]:
            yield Problem(RULE, row.path, row.line, words)
