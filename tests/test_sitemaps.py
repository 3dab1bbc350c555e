"""What search engines are told of pages and pictures: sitemaps, robots.txt, proofs of ownership."""

from __future__ import annotations

import dataclasses
import datetime
import urllib.robotparser
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from html_page import HtmlPage
from page_list import CODES, NAMES
from sitekit import last_changed, pictures_step, verification
from sitekit import site as sites
from sitekit.languages import Language
from sitekit.pages import Pages, address
from sitekit.pictures import manifest
from sitekit.search_engines import EXAMPLE_ADDRESS
from sitekit.site import Site

NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml",
      "i": "http://www.google.com/schemas/sitemap-image/1.1"}  # fmt: skip


@pytest.fixture(scope="module")
def project(root: Path) -> Site:
    """The site as it is loaded for a build."""
    return sites.load(root)


def _rows(file: Path) -> list[ET.Element]:
    return ET.parse(file).getroot().findall("s:url", NS)  # noqa: S314 (our own file)


def _images(row: ET.Element) -> list[str]:
    return [loc.text or "" for loc in row.iterfind("i:image/i:loc", NS)]


def test_the_index_lists_every_sitemap(site: Path) -> None:
    """sitemap.xml is an index of one sitemap for each language and one of pictures, and each is dated by its newest page."""
    rows = ET.parse(site / "sitemap.xml").getroot().findall("s:sitemap", NS)  # noqa: S314 (our own file)
    names = [(row.findtext("s:loc", "", NS)).removeprefix(EXAMPLE_ADDRESS) for row in rows]
    assert names == [*(f"sitemap-{code}.xml" for code in CODES), "sitemap-pictures.xml"]
    for row, name in zip(rows, names, strict=True):
        days = [each.findtext("s:lastmod", "", NS) for each in _rows(site / name)]
        assert row.findtext("s:lastmod", "", NS) == max(days) or name == "sitemap-pictures.xml"
        assert (site / name).stat().st_size < 50_000_000


def test_sitemaps_equal_the_real_translations(site: Path, pages: Pages, project: Site, known_languages: dict[str, Language]) -> None:
    """Each language's sitemap lists every real page once, with the alternates of the page and the day on which it changed."""
    for code, language in known_languages.items():
        rows = {row.findtext("s:loc", "", NS): row for row in _rows(site / f"sitemap-{code}.xml")}
        assert set(rows) == {EXAMPLE_ADDRESS + address(name, language) for name in NAMES if pages.real(code, name)}
        for name in NAMES:
            source = pages.real(code, name)
            row = rows[EXAMPLE_ADDRESS + address(name, language)]
            assert source
            assert row.findtext("s:lastmod", "", NS) == last_changed.day(project, source).isoformat() >= source.header.checked
            page = HtmlPage(site / address(name, language) / "index.html")
            links = {attrs["hreflang"]: attrs["href"] for attrs in page.find("link", rel="alternate") if "hreflang" in attrs}
            assert {link.get("hreflang"): link.get("href") for link in row.findall("x:link", NS)} == links
            assert _images(row), "every page opens with a picture"


def test_each_picture_once_at_its_largest(site: Path, root: Path) -> None:
    """The sitemap of pictures has the widest file of each picture once, in a format that everything reads."""
    images = {key: pictures_step.published(image) for key, image in manifest.read(root / ".cache/pictures/manifest.json").items()}
    listed = [Path(url).name for row in _rows(site / "sitemap-pictures.xml") for url in _images(row)]
    owners = {key: {row["file"]: row["width"] for row in image["renditions"] if row["format"] == "jpeg"} for key, image in images.items()}
    assert len(listed) == len(set(listed))
    for rows in owners.values():
        widest = max(rows, key=lambda file: rows[file])
        assert widest in listed, "every picture of the site is shown on a page"
        with Image.open(site / "assets/pictures" / widest) as picture:
            assert picture.format == "JPEG"
            assert picture.width == rows[widest]
    assert len(listed) == len(images)


def test_robots_lets_everything_be_read(site: Path) -> None:
    """Every page may be fetched by everybody, and the index of sitemaps is named."""
    parser = urllib.robotparser.RobotFileParser()
    parser.parse((site / "robots.txt").read_text("utf-8").splitlines())
    assert parser.site_maps() == [EXAMPLE_ADDRESS + "sitemap.xml"]
    assert parser.can_fetch("Googlebot", EXAMPLE_ADDRESS + "vi/visit/cua-lo/")
    assert parser.can_fetch("Baiduspider", EXAMPLE_ADDRESS + "zh/")


def test_a_list_changes_when_what_it_lists_does(project: Site) -> None:
    """The list of news is as new as its newest piece, the list of pages as the newest page, a page of text as its own check."""
    newest = max(page.header.checked for page in project.pages if page.language == "en")
    lists = {name: project.pages.shown("en", name) for name in ("news/index", "site-index", "about/privacy")}
    assert last_changed.day(project, lists["site-index"]).isoformat() == newest
    assert last_changed.day(project, lists["news/index"]).isoformat() >= lists["news/index"].header.checked
    assert last_changed.day(project, lists["about/privacy"]).isoformat() == lists["about/privacy"].header.checked


def test_the_calendar_changes_when_a_festival_is_over(project: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a host that rebuilds later the festivals are as new as the day after the last one that is over, not as the rebuild."""
    page = project.pages.shown("en", "culture/festivals")
    september = datetime.datetime(2027, 9, 20, tzinfo=datetime.UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(september.timestamp())))
    assert last_changed.day(project, page) == datetime.date(2027, 9, 13), "12 September is the day of the Soviets"


def test_no_proof_of_ownership_by_default(site: Path) -> None:
    """No page carries a proof of ownership as long as the configuration is empty."""
    names = set(verification.TAGS.values())
    assert not [attrs for file in (site / "index.html", site / "vi/index.html") for attrs in HtmlPage(file).find("meta")
                if attrs.get("name") in names]  # fmt: skip


@pytest.mark.parametrize(("codes", "tags", "rules"), [
    ({"google": "a-B_9=", "bing": "", "naver": "0f"}, [("google-site-verification", "a-B_9="), ("naver-site-verification", "0f")], []),
    ({"baidu": "codeva-X1", "yandex": 12}, [("baidu-site-verification", "codeva-X1"), ("yandex-verification", "12")], []),
    ({"bing": '<meta name="msvalidate.01" content="1">'}, None, ["verification-code"]),
    ({"gogle": "x"}, [], ["unknown-name"]),
])  # fmt: skip
def test_proofs_of_ownership(codes: dict[str, Any], tags: list[tuple[str, str]] | None, rules: list[str], project: Site) -> None:
    """Each engine that gave a code gets its tag; a whole tag in place of the code, or a misspelt engine, is answered."""
    configured = dataclasses.replace(project, search_engines=codes)
    assert [problem.rule for problem in verification.problems(configured)] == rules
    assert tags is None or verification.tags(codes) == tags
