"""Citations in page text: `{{ coast_km }}`, `{{ fdi_2024 | words }}`; blocks: `{{ map }}`, `{{ table: parks }}`.

A closed set of forms, matched by one expression and never evaluated: page text is data, not a template.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from html import escape
from typing import NoReturn

from sitekit.figures import Figure
from sitekit.problems import ContentError, Problem, closest

FORMS = ("full", "words", "number", "as-of", "note")
CITATION = re.compile(r"\{\{(?P<inside>.*?)\}\}")
#: A figure's key, perhaps with a form; or the name of a block, perhaps with what it is to show.
INSIDE = re.compile(r"\s*(?P<key>\w+)\s*(?::\s*(?P<what>[\w-]+)\s*)?(?:\|\s*(?P<form>[a-z-]+)\s*)?", re.ASCII)

Render = Callable[[Figure, str], str]


class Citations:
    """Replaces the citations of one language. `render(figure, form)` writes a figure.

    `blocks` are the blocks that may stand here, by name (`map`, `table:parks`); texts of headers and data files have none.
    """

    def __init__(self, figures: dict[str, Figure], render: Render, blocks: Mapping[str, Callable[[], str]]) -> None:
        self.figures = figures
        self.render = render
        self.blocks = blocks

    def fill(self, text: str, path: str, first_line: int = 1) -> str:
        """`text` with every citation replaced; ContentError names each one that is unknown, with its line."""
        if "{{" not in text:
            return text
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

    def sound(self, text: str) -> bool:
        """Whether `fill` would replace every citation of `text`; told in less time, and not where one is wrong."""
        try:
            for match in CITATION.finditer(text):
                self._write(match["inside"], "", 0)
        except ContentError:
            return False
        return True

    def _write(self, inside: str, path: str, line: int) -> str:
        match = INSIDE.fullmatch(inside)
        if not match or (match["what"] and match["form"]):
            self._refuse("unreadable-citation", inside.strip(), (), path, line)
        name, form = _name(match), match["form"] or "full"
        if name in self.blocks and not match["form"]:
            return self.blocks[name]()
        figure = self.figures.get(name)
        if figure is None:
            block = match["what"] or closest(name, self.blocks, likeness=0.7)
            self._refuse("unknown-block" if block else "unknown-figure", name, self.blocks if block else self.figures, path, line)
        if form not in FORMS:
            self._refuse("unknown-form", form, FORMS, path, line)
        return self.render(figure, form)

    def _refuse(self, rule: str, word: str, known: Iterable[str], path: str, line: int) -> NoReturn:
        words = {"word": word, "closest": closest(word, known) or "—", "blocks": ", ".join(self.blocks) or "—"}
        words = {key: text.replace(":", ": ") if rule == "unknown-block" else text for key, text in words.items()}
        raise ContentError([Problem(rule, path, line, words)])


def _name(match: re.Match[str]) -> str:
    return f"{match['key']}:{match['what']}" if match["what"] else match["key"]


@lru_cache(maxsize=8192)
def names(text: str) -> tuple[str, ...]:
    """What `text` cites, in order, with repetitions: keys of figures (`coast_km`) and names of blocks (`table:parks`)."""
    matches = (INSIDE.fullmatch(match["inside"]) for match in CITATION.finditer(text))
    return tuple(_name(match) for match in matches if match)


def plain(text: str) -> str:
    """`text` ready for an attribute or a text node."""
    return escape(text, quote=True)
