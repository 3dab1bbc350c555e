"""A change is data from a stranger: what is looked at before anything of it is read, so that nothing in it runs or overwhelms."""

from __future__ import annotations

from pathlib import Path

from sitekit.intake import drawings, files, raw_html
from sitekit.problems import ContentError, Problem


def problems(root: Path) -> list[Problem]:
    """Everything in the project below `root` that may not enter; of files that are too large nothing is read."""
    return files.problems(root) or [*drawings.problems(root), *raw_html.problems(root)]


def refuse(root: Path) -> None:
    """ContentError with all of it."""
    if found := problems(root):
        raise ContentError(found)
