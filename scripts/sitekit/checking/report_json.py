"""Findings for other programs: a JSON list, one object a finding."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sitekit.checking.run import Found


def report(found: Sequence[Found], language: str) -> str:
    """`[{rule, level, language, path, line, message, effect, fix}]`; `line` counts from 1 or is null, `language` is the page's or null."""
    rows = [{
        "rule": one.problem.rule,
        "level": one.level,
        "language": one.language or None,
        "path": one.problem.path,
        "line": one.problem.line or None,
        "message": one.problem.say("what", language),
        "effect": one.problem.say("effect", language),
        "fix": one.problem.say("fix", language),
    } for one in found]  # fmt: skip
    return json.dumps(rows, ensure_ascii=False, indent=1)
