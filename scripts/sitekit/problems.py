"""Messages for an editor: where, what, what a visitor would see, what to do.

The sentences are data (`data/messages/`), Vietnamese first, so that wording can be mended without
touching code. A problem carries its rule's name and the words that fill the sentence; a word that is
called differently in each language (the name of a language, a list of lines) is a function of it.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MESSAGES = Path(__file__).resolve().parents[2] / "data/messages"
LABELS = {
    "vi": ("dòng", "Khách sẽ thấy", "Cách sửa"),
    "en": ("line", "Visitors see", "Fix"),
}


@lru_cache(maxsize=1)
def sentences() -> dict[str, dict[str, dict[str, str]]]:
    """Rule → part (`what`, `effect`, `fix`) → language → sentence, from every file of `data/messages/`."""
    loaded: dict[str, dict[str, dict[str, str]]] = {}
    for file in sorted(MESSAGES.glob("*.yml")):
        loaded |= yaml.load(file.read_text("utf-8"), Loader=_Loader)  # noqa: S506 (a safe loader, in C where there is one)
    return loaded


def tool_language() -> str:
    """Language of messages to editors: `vi` unless the environment says SITE_LANG=en."""
    return "en" if os.environ.get("SITE_LANG") == "en" else "vi"


def closest(word: str, known: Iterable[str], likeness: float = 0.5) -> str:
    """The known name nearest in spelling to `word`, or an empty string when none is alike (0 not at all, 1 the same)."""
    return next(iter(difflib.get_close_matches(word, list(known), n=1, cutoff=likeness)), "")


@dataclass(frozen=True)
class Problem:
    """One thing to mend. `path` is relative to the project; `line` counts from 1, 0 when unknown.

    `sentence` names the entry of `data/messages/` where a rule has several; a part that it lacks is the rule's.
    """

    rule: str
    path: str
    line: int = 0
    words: dict[str, Any] = field(default_factory=dict)
    sentence: str = ""

    def say(self, part: str, language: str) -> str:
        """The part `what`, `effect` or `fix` of the message, in `vi` or `en`; empty where there is none."""
        known = sentences()
        own, general = known[self.sentence or self.rule], known.get(self.rule, {})
        words = {key: value(language) if callable(value) else value for key, value in self.words.items()}
        return (own.get(part) or general.get(part) or {}).get(language, "").format_map(words)

    def text(self, language: str | None = None) -> str:
        """The whole message, several lines, in `vi` or `en`."""
        language = language or tool_language()
        line, effect, fix = LABELS[language]
        where = f"{self.path}, {line} {self.line}" if self.line else self.path
        rows = [f"{where}  [{self.rule}]", f"  {self.say('what', language)}"]
        rows += [f"  {label}: {said}" for label, said in ((effect, self.say("effect", language)),
                                                          (fix, self.say("fix", language))) if said]  # fmt: skip
        return "\n".join(rows)


class ContentError(Exception):
    """The site cannot be built as it stands; holds every problem found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n\n".join(problem.text() for problem in self.problems))
