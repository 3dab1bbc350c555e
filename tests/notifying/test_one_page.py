"""A change to one page of the real site is told for exactly its address."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import notify_search_engines
from conftest import run_build
from html_page import HtmlPage
from played_engines import HOST, KEY, Engines
from sitekit.notifying import changes, manifest


@pytest.fixture
def told(engines: Engines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[manifest.Manifest, manifest.Manifest], set[str]]:
    """Runs the command for two lists; every address that anybody was told of."""
    for name, value in engines.environment.items():
        monkeypatch.setenv(name, value)

    def call(old: manifest.Manifest, new: manifest.Manifest) -> set[str]:
        for name, rows in (("old", old), ("new", new)):
            manifest.write(rows, tmp_path / f"{name}.json")
        assert notify_search_engines.main([str(tmp_path / "old.json"), str(tmp_path / "new.json"), "--pause", "0"]) == 0
        return {url for _, urls in engines.asked for url in urls}

    return call


Told = Callable[[manifest.Manifest, manifest.Manifest], set[str]]


def test_every_page_is_in_the_list(site: Path) -> None:
    """The list of the built site holds the addresses of the pages that name themselves as canonical, and no other."""
    found = changes.between({}, manifest.of(site), f"https://{HOST}/").changed
    pages = [HtmlPage(file) for file in site.rglob("*.html")]
    own = {attrs["href"] for page in pages for attrs in page.find("link", rel="canonical")}
    assert {url.partition(HOST)[2] for url in found} == {url.partition("nghean.example")[2] for url in own}


def test_one_file(site: Path, told: Told) -> None:
    """Other bytes in one page's file are told for that page alone."""
    before = manifest.of(site)
    assert told(before, {**before, "lo/visit/beaches/index.html": "0" * 64, "search/lo.json": "0" * 64}) == {f"https://{HOST}/lo/visit/beaches/"}


@pytest.mark.long
def test_one_text(site: Path, told: Told, copy_project: Callable[[], Path], tmp_path: Path) -> None:
    """A sentence added to a Vietnamese page, built with the key set, is told for that page in that language alone."""
    project = copy_project()
    page = project / "docs/vi/visit/cua-lo.md"
    page.write_text(page.read_text("utf-8").rstrip() + "\n\nMột câu mới.\n", "utf-8")
    result = run_build(project, tmp_path / "after", NO_MKDOCS_2_WARNING="1")
    assert result.returncode == 0, result.stderr
    before, after = manifest.of(site), manifest.of(tmp_path / "after")
    moved = {path for path in after.keys() ^ before.keys() if not path.startswith("search/vi/")}
    assert moved == {f"{KEY}.txt"}, "the key was set for the second build; parts of the index carry its digest in their address"
    assert told(before, after) == {f"https://{HOST}/vi/visit/cua-lo/"}
