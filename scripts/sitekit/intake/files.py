"""Files of a change: only kinds that the site is made of, no links that lead elsewhere, none too large to be read."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sitekit import datafiles, languages
from sitekit.problems import Problem

FILE = "data/limits.yml"
#: Folders whose text goes into pages.
FOLDERS = ("docs", "data", "overrides")


def problems(root: Path) -> list[Problem]:
    """Links, strangers and giants, by path."""
    if not (root / FILE).is_file():  # a project that keeps none
        return []
    rules = datafiles.load(root, FILE)
    codes = "|".join(re.escape(code) for code in languages.load(root))
    kinds = [re.compile(str(pattern).replace("LANGUAGE", f"(?:{codes})")) for pattern in rules["files"]]
    return [problem for path, status in _walk(root) for problem in _file(root, path, status, rules, kinds)]


def _walk(root: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Path and state of everything below the folders, links not followed; hidden files are not part of the site."""
    for folder in FOLDERS:
        if (root / folder).is_symlink():
            yield folder, (root / folder).lstat()
            continue
        for here, names, files in os.walk(root / folder):
            below = Path(here).relative_to(root).as_posix()
            names[:] = sorted(name for name in names if not name.startswith((".", "__pycache__")))
            links = [name for name in names if Path(here, name).is_symlink()]
            for name in sorted([*links, *(name for name in files if not name.startswith("."))]):
                yield f"{below}/{name}", os.lstat(f"{here}/{name}")


def _file(root: Path, path: str, status: os.stat_result, rules: dict[str, Any], kinds: list[re.Pattern[str]]) -> Iterator[Problem]:
    if not stat.S_ISREG(status.st_mode):
        yield Problem("file-link", path)
        return
    if path.startswith("docs/") and not any(kind.fullmatch(path.removeprefix("docs/")) for kind in kinds):
        yield Problem("file-stranger", path)
    kind = _kind(path)
    if kind and status.st_size > rules["sizes"][kind]:
        yield Problem("file-too-large", path, words={"size": status.st_size, "most": rules["sizes"][kind]})
    elif kind == "pages" and (header := _header(root / path)) > rules["sizes"]["headers"]:
        yield Problem("header-too-large", path, 1, {"size": header, "most": rules["sizes"]["headers"]})


def _kind(path: str) -> str:
    if path.startswith("docs/assets/images/"):
        return "records" if path.endswith((".yml", ".yaml")) else ""  # pictures have limits of their own
    if path.startswith("docs/"):
        return "pages" if path.endswith(".md") else "others"
    return "data" if path.startswith("data/") else "others"


def _header(file: Path) -> int:
    """Bytes of a page's header, or of the whole page when the header never ends."""
    data = file.read_bytes()
    end = data.find(b"\n---", 3)
    return (end if end >= 0 else len(data)) if data.startswith(b"---") else 0
