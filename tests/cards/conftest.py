"""What the tests of cards share: the project with its pictures, and a small one that may be changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import run_build
from sitekit import pictures_step
from sitekit import site as sites
from sitekit.pages import Page
from sitekit.readings import Readings
from sitekit.site import Site

Changed = Callable[..., Page]


class Few(list[Page]):
    """Some pages, in the place of all."""

    def __init__(self, pages: Iterable[Page]) -> None:
        super().__init__(pages)
        self.readings = Readings()


@pytest.fixture(scope="session")
def project(root: Path) -> Site:
    """The project as a build loads it."""
    return sites.load(root, pictures_step.manifest(root))


@pytest.fixture(scope="session")
def changed(project: Site) -> Changed:
    """Gives page `name` in `language` with other values in its header."""
    def change(language: str, name: str, **values: str) -> Page:
        page = project.pages.real(language, name)
        assert page
        return replace(page, header=replace(page.header, **values))  # type: ignore[arg-type]

    return change


@pytest.fixture
def small(project: Site, tmp_path: Path) -> Callable[..., Site]:
    """A project of the given pages with the real pictures and fonts and a store of cards of its own."""
    def make(*pages: Page) -> Site:
        for name in ("data", "docs"):
            (tmp_path / name).symlink_to(project.root / name)
        (tmp_path / ".cache").mkdir()
        (tmp_path / ".cache/pictures").symlink_to((project.root / ".cache/pictures").resolve())
        return replace(project, root=tmp_path, pages=Few(pages))  # type: ignore[arg-type]

    return make


@pytest.fixture
def stopped() -> Callable[[Path, Path], str]:
    """What a build says that must not succeed."""
    def stop(folder: Path, target: Path) -> str:
        result = run_build(folder, target, NO_MKDOCS_2_WARNING="1")
        assert result.returncode != 0
        return result.stdout + result.stderr

    return stop
