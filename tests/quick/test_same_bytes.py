"""What is kept from earlier builds never shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import ROOT
from quick.builds import files, plain, quick
from quick.edits import EDITS, Edits

#: Edits after which the complete run compares with a build that keeps nothing; what is stale stays so until then.
OFTEN = 4


def test_the_site_is_what_mkdocs_builds(site: Path, tmp_path: Path) -> None:
    """`make site` writes what `mkdocs build` writes: the same files, each the same to the byte."""
    assert quick(ROOT, tmp_path / "site") == files(site)


def _edited(project: Path, seed: int, count: int, compared: int, tmp_path: Path) -> None:
    edits = Edits(project, seed)
    for number in range(1, count + 1):
        edits.one()
        built = quick(project, tmp_path / "quick")
        if number % compared == 0:
            expected = plain(project, tmp_path / "plain")
            different = sorted(name for name in built.keys() | expected.keys() if built.get(name) != expected.get(name))
            assert not different, edits.said


def test_after_some_edits(small: Callable[[Path], Path], tmp_path: Path) -> None:
    """After random edits of pages, data, words, templates and kept files the quick build is what a build with nothing kept is."""
    project = small(tmp_path / "project")
    quick(project, tmp_path / "quick")
    _edited(project, seed=8, count=6, compared=3, tmp_path=tmp_path)


@pytest.mark.long
def test_after_two_hundred_edits(small: Callable[[Path], Path], tmp_path: Path) -> None:
    """The same after two hundred, each built."""
    project = small(tmp_path / "project")
    quick(project, tmp_path / "quick")
    _edited(project, seed=2026, count=200, compared=OFTEN, tmp_path=tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("name", sorted({edit.__name__ for edit in EDITS}))
def test_after_each_kind_of_edit(small: Callable[[Path], Path], tmp_path: Path, name: str) -> None:
    """Each kind of edit by itself shows at once."""
    project = small(tmp_path / "project")
    quick(project, tmp_path / "quick")
    next(edit for edit in EDITS if edit.__name__ == name)(Edits(project, seed=1))
    assert quick(project, tmp_path / "quick") == plain(project, tmp_path / "plain")
