"""Running rules over a corpus: every finding once, in the order in which an editor should read them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sitekit.checking import suppress
from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Level, Rule
from sitekit.problems import Problem


@dataclass(frozen=True)
class Found:
    """A finding with its level, and the language (code) of the page it is about; empty for other files."""

    problem: Problem
    level: Level
    language: str


def check(corpus: Corpus, rules: Sequence[Rule], known: Iterable[str] = ()) -> list[Found]:
    """What `rules` find in `corpus`, by page, worst page first. `known`: names of all rules, `rules` or not."""
    names = [rule.name for rule in rules]
    levels: dict[str, Level] = {rule.name: rule.level for rule in rules}
    every = (problem for rule in rules for problem in rule.run(corpus) if corpus.wanted(problem.path))
    found = [Found(problem, levels.get(problem.rule, "error"), _language(corpus, problem.path))
             for problem in suppress.apply(corpus, every, set(names), {*names, *known})]  # fmt: skip
    return _ordered(found, names)


def _language(corpus: Corpus, path: str) -> str:
    parts = path.split("/")
    return parts[1] if len(parts) > 2 and parts[0] == "docs" and parts[1] in corpus.languages else ""


def _ordered(found: list[Found], names: Sequence[str]) -> list[Found]:
    """Pages with most errors first, then most warnings; in a page errors by line, then warnings by line."""
    errors = Counter(one.problem.path for one in found if one.level == "error")
    warnings = Counter(one.problem.path for one in found if one.level == "warning")
    place = {name: number for number, name in enumerate(names)}

    def key(one: Found) -> tuple[int, int, str, bool, int, int]:
        path = one.problem.path
        return (-errors[path], -warnings[path], path, one.level == "warning", one.problem.line,
                place.get(one.problem.rule, len(place)))  # fmt: skip

    return sorted(found, key=key)
