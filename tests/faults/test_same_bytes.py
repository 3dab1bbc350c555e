"""The same commit gives the same bytes: anywhere, at any hour, in any language of the machine, on one core or two, by two engines."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import small_project
from conftest import copy_parts
from small_project import Small
from trees import differing, digests

#: What a build must not look at, each with another value than the first build has.
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "1", "COLUMNS": "40", "HOME": "/nonexistent"}
OTHER = {"TZ": "America/Adak", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "PYTHONHASHSEED": "2"}
GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')
#: The line in which an engine names itself.
ENGINES = {"mkdocs": b"mkdocs-1.6.1", "properdocs": b"properdocs-1.6.7"}


def _one_core(*command: str) -> list[str]:
    """`command` as it runs where there is one core."""
    code = "import os, sys; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}); os.execv(sys.argv[1], sys.argv[1:])"
    return [sys.executable, "-c", code, *command] if hasattr(os, "sched_setaffinity") else list(command)


def _build(folder: Path, engine: str = "mkdocs", cores: int = 2, **environment: str) -> Path:
    """The site of the project in `folder`."""
    command = [sys.executable, str(folder / "scripts/build_site.py"), "--engine", engine]
    done = subprocess.run(_one_core(*command) if cores == 1 else command, capture_output=True, text=True, check=False,
                          env={**os.environ, **environment})  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def _without_generator(folder: Path) -> None:
    for file in folder.rglob("*.html"):
        file.write_bytes(GENERATOR.sub(b"", file.read_bytes()))


def test_a_few_pages_elsewhere_by_the_other_engine(small: Small, tmp_path: Path) -> None:
    """In another folder, time zone, locale, order of sets and on one core ProperDocs builds what MkDocs built, its name apart."""
    project = small_project.make(tmp_path / "quite another/folder name/project")
    for name in ("cards", "build"):  # drawn and worked out anew
        shutil.rmtree(project / ".cache" / name, ignore_errors=True)
    theirs = _build(project, "properdocs", 1, **ELSEWHERE)
    ours = tmp_path / "ours"
    shutil.copytree(small.site, ours)
    for folder in (ours, theirs):
        _without_generator(folder)
    assert differing(digests(ours), digests(theirs)) == []


@pytest.mark.long
@pytest.mark.parametrize(("engine", "cores", "surroundings"), [("mkdocs", 1, ELSEWHERE), ("mkdocs", 2, OTHER), ("properdocs", 2, OTHER)])
def test_the_whole_site(engine: str, cores: int, surroundings: dict[str, str], site: Path, tmp_path: Path) -> None:
    """Every file of the whole site is the same, with cards drawn anew; the other engine differs in its own name only."""
    (tmp_path / "another").mkdir()
    project = copy_parts(tmp_path / "another/place")
    for name in ("cards", "build"):
        shutil.rmtree(project / ".cache" / name, ignore_errors=True)
    found = _build(project, engine, cores, **surroundings)
    if engine == "mkdocs":
        assert differing(digests(site), digests(found)) == []
        return
    named = [file for file in found.rglob("*.html") if b'name="generator"' in file.read_bytes()]
    assert all(ENGINES[engine] in file.read_bytes() for file in named)
    ours = tmp_path / "ours"
    shutil.copytree(site, ours)
    for folder in (ours, found):
        _without_generator(folder)
    assert differing(digests(ours), digests(found)) == []
