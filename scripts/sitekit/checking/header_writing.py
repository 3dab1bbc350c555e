"""Changing one entry of a page's header and nothing else: every other byte of the file stays as it is."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

from sitekit.frontmatter import KEYS

_HEADER = re.compile(r"---[ \t]*\r?\n(.*?\r?\n|)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)


def quoted(value: str) -> str:
    """`value` as YAML in double quotes."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def with_entry(text: str, key: str, value: str) -> str:
    """`text` with the header entry `key` set to `value` (YAML, on one line); a new one goes where `frontmatter.KEYS` has it.

    ValueError when there is no header.
    """
    header = _HEADER.match(text)
    if not header:
        raise ValueError("no header")
    start, end = header.span(1)
    newline = "\r\n" if "\r\n" in text[:end] else "\n"
    lines = text[start:end].splitlines(keepends=True)
    row = f"{key}: {value}{newline}"
    at = next((number for number, line in enumerate(lines) if line.startswith(f"{key}:")), None)
    if at is not None:
        until = at + 1
        while until < len(lines) and lines[until][:1] in (" ", "\t"):  # the rest of an entry over several lines
            until += 1
        lines[at:until] = [row]
    else:
        before = KEYS[: KEYS.index(key)] if key in KEYS else KEYS
        places = [number for number, line in enumerate(lines) if line.partition(":")[0] in before]
        at = places[-1] + 1 if places else len(lines)
        while at < len(lines) and lines[at][:1] in (" ", "\t", "-"):
            at += 1
        lines.insert(at, row)
    return text[:start] + "".join(lines) + text[end:]


def write(file: Path, text: str) -> None:
    """Replace `file` by `text` in one step: whoever reads it sees the old or the new one, never half."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(text.encode("utf-8"))
        Path(name).chmod(file.stat().st_mode & 0o777)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
