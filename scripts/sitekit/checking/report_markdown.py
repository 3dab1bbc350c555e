"""Findings as a Markdown summary: what CI shows beside a change, for someone who has never seen a compiler."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sitekit.checking.run import Found

#: More than this would bury the table of the translations below.
MOST = 50
SAID = {
    "vi": {
        "title": "Kiểm tra bài viết và bản dịch", "clean": "Mọi thứ ổn.",
        "stops": "Chưa đăng được: {errors} lỗi, {warnings} nhắc nhở.", "passes": "Đăng được; {warnings} nhắc nhở.",
        "head": "| quy tắc | mức | số chỗ |", "error": "lỗi", "warning": "nhắc nhở", "line": "dòng {line}",
        "fix": "Cách sửa", "rest": "… và {count} điều nữa.",
    },
    "en": {
        "title": "Check of pages and translations", "clean": "All is well.",
        "stops": "Cannot be published: {errors} error(s), {warnings} warning(s).", "passes": "May be published; {warnings} warning(s).",
        "head": "| rule | level | places |", "error": "error", "warning": "warning", "line": "line {line}",
        "fix": "Fix", "rest": "… and {count} more.",
    },
}  # fmt: skip


def _safe(text: str) -> str:
    """`text` on one line, with nothing in it that Markdown or HTML would take for its own."""
    plain = " ".join(text.split())
    for sign in "\\`*_[]|<>":
        plain = plain.replace(sign, f"\\{sign}")
    return plain


def report(found: Sequence[Found], language: str) -> str:
    """Verdict, a table of the rules, and the findings, first of the worst page."""
    said = SAID[language]
    rows = [f"## {said['title']}", ""]
    if not found:
        return "\n".join([*rows, said["clean"], ""])
    levels = Counter(one.level for one in found)
    rows += [said["stops" if levels["error"] else "passes"].format(errors=levels["error"], warnings=levels["warning"]), ""]
    rows += [said["head"], "|---|---|---:|"]
    kinds = Counter((one.problem.rule, one.level) for one in found)
    rows += [f"| `{rule}` | {said[level]} | {count} |" for (rule, level), count in kinds.most_common()]
    rows.append("")
    for one in found[:MOST]:
        problem = one.problem
        where = f"`{problem.path}`" + (f", {said['line'].format(line=problem.line)}" if problem.line else "")
        rows.append(f"- {where}: {_safe(problem.say('what', language))} *{said['fix']}:* {_safe(problem.say('fix', language))}")
    if len(found) > MOST:
        rows.append(f"- {said['rest'].format(count=len(found) - MOST)}")
    return "\n".join([*rows, ""])
