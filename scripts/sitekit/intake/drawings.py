"""Drawings that are published as they are (icons, patterns): shapes only, nothing that runs or asks another host."""

from __future__ import annotations

import re
from pathlib import Path

from sitekit.problems import Problem

FOLDERS = ("docs/assets/icons", "docs/assets/patterns")
ALIVE = re.compile(rb"<\s*(?:[\w-]+:)?(script|foreignObject|iframe|embed|object|audio|video|animate\w*|set|handler|style|link|a|image)\b"
                   rb"|<!(?:ENTITY|DOCTYPE)|<\?xml-stylesheet|\s(on\w+|style)\s*=|(?:href|src)\s*=\s*[\"']?\s*[^#\"'\s]|javascript:"
                   rb"|url\(\s*[\"']?[^#\"'\s)]", re.IGNORECASE)  # fmt: skip


def problems(root: Path) -> list[Problem]:
    """The first such thing in each drawing."""
    found = []
    for folder in FOLDERS:
        for file in sorted((root / folder).rglob("*.svg")):
            if match := ALIVE.search(file.read_bytes()):
                text = match[0].decode("utf-8", "replace").strip()
                found.append(Problem("drawing-alive", file.relative_to(root).as_posix(), words={"text": text}))
    return found
