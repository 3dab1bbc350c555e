"""Findings as text for a person: where, what, what a visitor would see, what to do. Fits 78 columns, means the same without colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sitekit.checking.run import Found
from sitekit.checking.widths import width
from sitekit.problems import LABELS

WIDTH = 78
#: More than this nobody reads at once; the rest is counted.
MOST = 20
_LABEL = 17
SAID = {
    "vi": {
        "warning": "nhắc nhở",
        "rest": "… và {count} điều nữa. Xem riêng một trang:  python scripts/check_translations.py ĐƯỜNG_DẪN",
        "count": "{errors} lỗi, {warnings} nhắc nhở trong {files} tệp:",
        "next": "Một quy tắc nghĩa là gì:  python scripts/check_translations.py --explain {rule}",
        "clean": "Mọi thứ ổn: {pages} trang × {languages} ngôn ngữ.",
    },
    "en": {
        "warning": "warning",
        "rest": "… and {count} more. To see one page:  python scripts/check_translations.py PATH",
        "count": "{errors} error(s), {warnings} warning(s) in {files} file(s):",
        "next": "What a rule means:  python scripts/check_translations.py --explain {rule}",
        "clean": "All is well: {pages} pages × {languages} languages.",
    },
}


def wrap(text: str, first: str, indent: str) -> list[str]:
    """`text` in lines of at most WIDTH columns: the first begins with `first`, others with `indent`.

    A line of the text that begins with four spaces is something to copy and stays whole.
    """
    rows: list[str] = []
    row, begin = first, True
    for number, part in enumerate(text.split("\n")):
        if number:
            rows.append(row)
            row, begin = indent, True
        if part.startswith("    "):
            row += part.lstrip(" ")
            continue
        for word in part.split():
            if not begin and width(row) + 1 + width(word) > WIDTH:
                rows.append(row)
                row, begin = indent, True
            row += word if begin else f" {word}"
            begin = False
    return [line.rstrip() for line in [*rows, row]]


def finding(found: Found, language: str) -> str:
    """One finding, several lines."""
    problem = found.problem
    line, effect, fix = LABELS[language]
    where = f"{problem.path}, {line} {problem.line}" if problem.line else problem.path
    name = f"[{problem.rule}]" if found.level == "error" else f"[{problem.rule}, {SAID[language]['warning']}]"
    rows = [where + " " * max(2, WIDTH - width(where) - width(name)) + name]
    rows += wrap(problem.say("what", language), "  ", "  ")
    rows += _quote(problem.words, problem.line)
    for label, part in ((effect, "effect"), (fix, "fix")):
        if said := problem.say(part, language):
            rows += wrap(said, f"  {label}".ljust(_LABEL + 2), " " * (_LABEL + 2))
    return "\n".join(rows)


def _quote(words: dict[str, object], line: int) -> list[str]:
    """The line of the file that a finding shows (`quote`), with a sign below `column` (from 1)."""
    quote, column = words.get("quote"), words.get("column")
    if not isinstance(quote, str):
        return []
    rows = ["", f"    {line} | {quote}".rstrip()]
    if isinstance(column, int) and column:
        rows.append(f"    {' ' * len(str(line))} | {' ' * width(quote[:column - 1])}^")  # fmt: skip
    return [*rows, ""]


def findings(found: Sequence[Found], language: str) -> str:
    """Up to MOST findings with a blank line between; empty when there is none."""
    return "\n\n".join(finding(one, language) for one in found[:MOST])


def report(found: Sequence[Found], language: str) -> str:
    """Everything that is printed: findings, how many there are of each kind, one next step; empty when there is none."""
    if not found:
        return ""
    said = SAID[language]
    parts = [findings(found, language)]
    if len(found) > MOST:
        parts.append(said["rest"].format(count=len(found) - MOST))
    levels = Counter(one.level for one in found)
    kinds = Counter(one.problem.rule for one in found).most_common()
    rows = [said["count"].format(errors=levels["error"], warnings=levels["warning"], files=len({one.problem.path for one in found}))]
    rows += [f"  {count:>4}  {rule}" for rule, count in kinds]
    return "\n\n".join([*parts, "\n".join(rows), said["next"].format(rule=found[0].problem.rule)])


def clean(pages: int, languages: int, language: str) -> str:
    """What a person at a terminal is told when nothing was found."""
    return SAID[language]["clean"].format(pages=pages, languages=languages)
