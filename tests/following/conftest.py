"""The files that follow the site, written from the project without building its pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitekit import pictures_step, site
from sitekit.calendars import writing as calendars
from sitekit.feeds import writing as feeds
from sitekit.installing import manifests
from sitekit.maps import writing as maps
from sitekit.search_engines import EXAMPLE_ADDRESS
from sitekit.site import Site


@pytest.fixture(scope="session")
def project(root: Path) -> Site:
    """The project with its pictures."""
    return site.load(root, pictures_step.manifest(root))


def write(project: Site, folder: Path) -> None:
    """Write every file that follows the site into `folder`."""
    feeds.write(project, folder, EXAMPLE_ADDRESS)
    calendars.write(project, folder, EXAMPLE_ADDRESS)
    maps.write(project, folder, EXAMPLE_ADDRESS)
    manifests.write(project, folder)


@pytest.fixture(scope="session")
def written(project: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every file that follows the site."""
    folder = tmp_path_factory.mktemp("written")
    write(project, folder)
    return folder


@pytest.fixture(scope="session")
def written_again(project: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, written a second time."""
    folder = tmp_path_factory.mktemp("again")
    write(project, folder)
    return folder
