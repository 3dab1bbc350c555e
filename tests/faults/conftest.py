"""A small project and its site, for tests of what may go wrong with a build and of what must never differ."""

from __future__ import annotations

import pytest

import small_project
from small_project import Small
from trees import digests


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Small:
    """The small project, built once. A test that changes it puts it right again."""
    found = Small(small_project.make(tmp_path_factory.mktemp("small") / "project"), {})
    found.build()
    found.reference = digests(found.site)
    assert "index.html" in found.reference
    return found
