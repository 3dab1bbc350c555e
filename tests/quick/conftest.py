"""A small project with the real templates, data and pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import generated
from conftest import ROOT

PAGES = 14


@pytest.fixture(scope="session")
def small() -> Callable[[Path], Path]:
    """Makes the small project in a folder."""
    rows = generated.pages(ROOT, PAGES)
    return lambda target: generated.project(ROOT, target, rows)
