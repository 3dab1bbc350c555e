"""Findings as GitHub workflow commands: each becomes a note beside its line of the change."""

from __future__ import annotations

from collections.abc import Sequence

from sitekit.checking.run import Found
from sitekit.problems import LABELS


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def report(found: Sequence[Found], language: str) -> str:
    """One line a finding: `::error file=…,line=…,title=…::message`."""
    rows = []
    for one in found:
        problem = one.problem
        _, effect, fix = LABELS[language]
        said = [problem.say("what", language)]
        said += [f"{label}: {text}" for label, part in ((effect, "effect"), (fix, "fix")) if (text := problem.say(part, language))]
        place = f",line={problem.line}" if problem.line else ""
        rows.append(f"::{one.level} file={_property(problem.path)}{place},title={_property(problem.rule)}::{_data(chr(10).join(said))}")
    return "\n".join(rows)
