"""Citations in page text: `{{ coast_km }}`, `{{ fdi_2024 | words }}`, `{{ map }}`, `{{ table: parks }}`.

A closed set of forms, matched by one expression and never evaluated: page text is data, not a template.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape
from typing import NoReturn

from sitekit.figures import Figure
from sitekit.problems import ContentError, Problem, closest

FORMS = ("full", "words", "number", "as-of", "note")
CITATION = re.compile(r"\{\{(?P<inside>.*?)\}\}")
FIGURE = re.compile(r"\s*(?P<key>[A-Za-z0-9_]+)\s*(?:\|\s*(?P<form>[a-z-]+)\s*)?")
BLOCK = re.compile(r"\s*(?P<name>map|pages|table)\s*(?::\s*(?P<what>[a-z-]+)\s*)?")

Render = Callable[[Figure, str], str]


class Citations:
    """Replaces the citations of one language. `render(figure, form)` writes a figure, `blocks` the block citations."""

    def __init__(self, figures: dict[str, Figure], render: Render, blocks: dict[str, Callable[[], str]]) -> None:
        self.figures = figures
        self.render = render
        self.blocks = blocks

    def fill(self, text: str, path: str, first_line: int = 1) -> str:
        """`text` with every citation replaced; ContentError names each one that is unknown, with its line."""
        problems: list[Problem] = []
        lines = []
        for number, line in enumerate(text.split("\n"), first_line):
            def write(match: re.Match[str], number: int = number) -> str:
                try:
                    return self._write(match["inside"], path, number)
                except ContentError as error:
                    problems.extend(error.problems)
                    return match[0]
            lines.append(CITATION.sub(write, line))
        if problems:
            raise ContentError(problems)
        return "\n".join(lines)

    def _write(self, inside: str, path: str, line: int) -> str:
        block = BLOCK.fullmatch(inside)
        if block:
            name = ":".join(part for part in block.groups() if part)
            if name in self.blocks:
                return self.blocks[name]()
            self._refuse("unknown-block", name, self.blocks, path, line)
        match = FIGURE.fullmatch(inside)
        if not match:
            self._refuse("unreadable-citation", inside.strip(), (), path, line)
        figure = self.figures.get(match["key"])
        if figure is None:
            self._refuse("unknown-figure", match["key"], self.figures, path, line)
        form = match["form"] or "full"
        if form not in FORMS:
            self._refuse("unknown-form", form, FORMS, path, line)
        return self.render(figure, form)

    @staticmethod
    def _refuse(rule: str, word: str, known: Iterable[str], path: str, line: int) -> NoReturn:
        words = {"word": word, "closest": closest(word, known) or "—"}
        raise ContentError([Problem(rule, path, line, words)])


def keys(text: str) -> list[str]:
    """Keys of the figures that `text` cites, in order, with repetitions."""
    matches = (FIGURE.fullmatch(match["inside"]) for match in CITATION.finditer(text))
    return [match["key"] for match in matches if match and not BLOCK.fullmatch(match[0])]


def plain(text: str) -> str:
    """`text` ready for an attribute or a text node."""
    return escape(text, quote=True)
