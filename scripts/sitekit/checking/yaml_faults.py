"""Faults of a header or data file in an editor's words: on which line the slip is, which sentence says it, what fills it.

A parser notices a slip where it can go on no longer, often lines below (a quotation mark that is not closed); so the lines
above are tried one by one, and the first that cannot be read by itself is the one to mend.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sitekit.checking import lenient_yaml, naming
from sitekit.checking.lenient_yaml import Fault
from sitekit.problems import Problem

_FULL_WIDTH = re.compile(r"\s*-?\s*[\w-]+\s*：")
#: A line of text where an entry should begin.
_NO_COLON = re.compile(r"[^\s#\-\[\]{}\"'][^:]*")
_KEY = re.compile(r"(\s*(?:- )?[\w-]+:\s+)(.*)")
#: Signs that mean something to YAML at the beginning of a text.
_ODD_START = "@`%&*!|>[]{},#?"
_NAMED = {"byte-order-mark": "byte-order-mark", "not-utf-8": "not-utf-8", "header-missing": "no-header", "header-open": "open-header",
          "duplicate-key": "duplicate-key", "reference": "odd-start", "tag": "odd-start", "several": "several-parts"}  # fmt: skip
#: Most lines that are tried one by one: the slip is near where the parser stopped.
_NEAR = 60


def problems(rule: str, path: str, faults: tuple[Fault, ...], lines: list[str], first: int = 1) -> Iterator[Problem]:
    """A problem of `rule` for each of `faults` in the file `path`; its YAML begins at line `first`."""
    for fault in faults:
        number = _culprit(fault, lines, first) if fault.kind in ("syntax", "header-not-keys") else fault.line
        line = lines[number - 1] if 0 < number <= len(lines) else ""
        # a header has a sentence of its own for what is none of the known slips
        sentence = _NAMED.get(fault.kind) or _slip(line) or ("" if rule == "unreadable-header" else "unreadable-line")
        words: dict[str, Any] = {"key": fault.detail, "byte": fault.detail, "typed": _quoted(line), "mended": _mended(line)}
        if sentence not in ("byte-order-mark", "not-utf-8", "no-header", "open-header"):
            column = _column(line, sentence) or (fault.column if number == fault.line else 0)
            quote = line.replace("\t", "→")[:60]
            words |= {"quote": quote, "column": column if column <= len(quote) else 0}
        yield Problem(rule, path, number, words, sentence=sentence)


def _culprit(fault: Fault, lines: list[str], first: int) -> int:
    for number in range(max(first, fault.line - _NEAR), min(fault.line, len(lines)) + 1):
        line = lines[number - 1]
        if _FULL_WIDTH.match(line) or _NO_COLON.fullmatch(line) or (_KEY.match(line) and lenient_yaml.read(line).faults):
            return number
    return fault.line


def _slip(line: str) -> str:
    """Which of the known slips `line` shows; empty when none."""
    if _FULL_WIDTH.match(line):
        return "full-width-colon"
    value = key[2] if (key := _KEY.match(line)) else ""
    if line.startswith("\t") or (value and "\t" in line[: line.index(value)]):
        return "tab"
    if value[:1] in {'"', "'"}:
        return "open-quote"
    if re.search(r":(\s|$)", value):
        return "stray-colon"
    if (value.startswith("[") and "]" not in value) or (value.startswith("{") and "}" not in value):
        return "open-list"
    return "odd-start" if value and value[0] in _ODD_START else ""


def _column(line: str, sentence: str) -> int:
    """Where in `line` (from 1) the slip is; 0 when that is not known."""
    if sentence == "full-width-colon":
        return line.index("：") + 1
    if sentence == "tab":
        return line.index("\t") + 1
    key = _KEY.match(line)
    if sentence == "stray-colon" and key and (colon := re.search(r":(\s|$)", key[2])):
        return key.start(2) + colon.start() + 1
    return key.start(2) + 1 if key and sentence in ("open-quote", "open-list", "odd-start") else 0


def _quoted(line: str) -> str:
    """`line` with its text between quotation marks."""
    key = _KEY.match(line)
    value = (key[2] if key else line).strip().strip("\"'").replace('"', "”")
    return naming.excerpt(f'{key[1].strip() if key else "title:"} "{value}"', 70)


def _mended(line: str) -> str:
    """`line` with a plain colon, no tabs, and its list closed."""
    text = line.replace("：", ": ", 1).replace("\t", " ")
    text += next((close for sign, close in ("[]", "{}") if f": {sign}" in text and close not in text), "")
    value = re.sub(r"(: ) +", r"\1", text.strip())
    return naming.excerpt(value, 70)
