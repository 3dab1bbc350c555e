"""What the tests of pictures share: an empty folder of masters and a way to run the step over it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pictures.makers import Run

from sitekit.pictures.run import prepare


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder of masters."""
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where the renditions go."""
    return tmp_path / "out"


@pytest.fixture
def run(tmp_path: Path, folder: Path, out: Path) -> Run:
    """Runs the step over the folder."""
    return lambda **more: prepare(folder, out, tmp_path / "store", tmp_path / "manifest.json", **{"jobs": 2, **more})
