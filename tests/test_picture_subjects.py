"""The picture library: every picture on exactly one of its pages, in every language, and links to pictures lead there."""

from __future__ import annotations

import copy
import dataclasses
import json
import re
from pathlib import Path

import pytest

from page_list import CODES
from sitekit import picture_subjects
from sitekit import site as sites
from sitekit.pages import address
from sitekit.pictures import manifest
from sitekit.search_engines import EXAMPLE_ADDRESS
from sitekit.site import Site

ITEM = re.compile(r'<li id="picture-([a-z0-9-]+)">')
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="module")
def project(root: Path, site: Path) -> Site:
    """The project with the pictures of its build."""
    assert site.is_dir()
    return sites.load(root, manifest.read(root / ".cache/pictures/manifest.json"))


def _libraries(project: Site, code: str) -> list[str]:
    return [name for block in picture_subjects.BLOCKS.values() for name in project.pages.showing(code, block)]


@pytest.mark.parametrize("code", CODES)
def test_every_picture_stands_on_one_page_of_the_library(code: str, project: Site, site: Path) -> None:
    """No picture is left out, none stands twice, and each stands where its record says."""
    found: list[str] = []
    for name in _libraries(project, code):
        html = (site / address(name, project.languages[code]) / "index.html").read_text("utf-8")
        keys = ITEM.findall(html)
        assert keys == sorted(keys)
        for key, image in project.images.items():
            assert (picture_subjects.page(project.pages, code, image["record"]) == name) == (key.rpartition(".")[0] in keys)
        found += keys
    assert sorted(found) == sorted(key.rpartition(".")[0] for key in project.images)


def test_where_to_ask_leads_to_the_picture(project: Site, site: Path) -> None:
    """The page that search engines name for a licence holds that very picture, whichever page shows it."""
    asked = set()
    for page in project.pages:
        html = (site / address(page.name, project.languages[page.language]) / "index.html").read_text("utf-8")
        graph = json.loads(DATA.findall(html)[0])["@graph"]
        asked |= {node["acquireLicensePage"] for node in graph if node["@type"] == "ImageObject"}
    assert len(asked) >= len(project.images) * len(CODES)
    for where in asked:
        path, _, ident = where.removeprefix(EXAMPLE_ADDRESS).partition("#")
        assert f'id="{ident}"' in (site / path / "index.html").read_text("utf-8"), where


def test_a_subject_without_a_page_is_not_lost(project: Site) -> None:
    """Where no page shows the pictures of a subject, or there is no such subject, they stand with all others."""
    pages = copy.copy(project.pages)
    pages._pages = {key: dataclasses.replace(page, body=page.body.replace("{{ pictures: life }}", ""))
                    for key, page in project.pages._pages.items()}  # fmt: skip
    pages._citing = {}
    assert picture_subjects.shown(project.pages, "vi", "life", project.images)
    assert picture_subjects.shown(pages, "vi", "", project.images) == sorted(project.images)
    assert picture_subjects.page(pages, "vi", {"subject": "life"}) == picture_subjects.page(pages, "vi", {})
    for record in ({"subject": "no-such"}, {"subject": None}, {"subject": ["life"]}, {}):
        assert picture_subjects.page(project.pages, "vi", record) == "media/pictures"
