"""Builds of a project, quick and plain."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from conftest import run_build


def files(folder: Path) -> dict[str, str]:
    """Path → digest of every file of a built site."""
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
            for file in folder.rglob("*") if file.is_file()}  # fmt: skip


def environment(project: Path) -> dict[str, str]:
    """What programs of the project in `project` run with."""
    return {**{key: value for key, value in os.environ.items() if key not in {"SITE_URL", "SITE_CACHE"}},
            "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(project / "scripts"), "SITE_LANG": "en"}  # fmt: skip


def made(project: Path, target: Path) -> set[str]:
    """Build `project` as `make site` does, with what was kept from earlier builds; the pages that were made, as `vi/visit/cua-lo`."""
    done = subprocess.run([sys.executable, "-m", "building", "--verbose", "--site-dir", str(target)], cwd=project,
                          env=environment(project), capture_output=True, text=True, check=False)  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return {line.removeprefix("made: ") for line in done.stderr.splitlines() if line.startswith("made: ")}


def quick(project: Path, target: Path) -> dict[str, str]:
    """What `make site` writes for `project`, with what was kept from earlier builds."""
    made(project, target)
    return files(target)


def plain(project: Path, target: Path) -> dict[str, str]:
    """What plain `mkdocs build --strict` writes for `project` with nothing kept."""
    done = run_build(project, target, NO_MKDOCS_2_WARNING="1", SITE_CACHE="off")
    assert done.returncode == 0, done.stderr
    return files(target)
