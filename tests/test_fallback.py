"""What a reader and a search engine get where a translation is missing."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import copy_parts, run_build
from html_page import HtmlPage
from page_list import CODES, NAMES
from search_index import indexed

NAME = "visit/cua-lo"


@pytest.fixture(scope="module")
def fallback_site(tmp_path_factory: pytest.TempPathFactory, built: tuple[Path, str]) -> Path:
    """The site built without the Lao page of Cửa Lò."""
    folder = tmp_path_factory.mktemp("fallback")
    project = copy_parts(folder / "project")
    (project / f"docs/lo/{NAME}.md").unlink()
    result = run_build(project, folder / "site", NO_MKDOCS_2_WARNING="1")
    assert result.returncode == 0, result.stderr
    assert "WARNING" not in result.stderr
    return folder / "site"


def test_fallback_page(fallback_site: Path) -> None:
    """The address shows the English text, marked as English, with a notice in Lao, and does not ask to be found."""
    page = HtmlPage(fallback_site / f"lo/{NAME}/index.html")
    assert [attrs["lang"] for attrs in page.find("html")] == ["lo"]
    assert [attrs["lang"] for attrs in page.find("article")] == ["en"]
    notice = [text for lang, text in page.text if lang == "lo" and "ພາສາອັງກິດ" in text]
    assert len(notice) == 1
    english = " ".join(text for lang, text in page.text if lang == "en")
    assert len(re.findall(r"\bthe\b", english)) > 10
    assert not re.search(r"\bthe\b", " ".join(text for lang, text in page.text if lang == "lo"))
    assert page.find("meta", name="robots", content="noindex")
    assert [attrs["href"] for attrs in page.find("link", rel="canonical")] == [f"https://nghean.example/{NAME}/"]
    assert [attrs for attrs in page.find("link", rel="alternate") if "hreflang" in attrs] == []
    assert page.find("link", rel="alternate", type="text/markdown") == []
    assert page.find("script", type="application/ld+json") == []


def test_fallback_is_claimed_nowhere(fallback_site: Path) -> None:
    """Neither the other languages' pages nor the sitemap nor a feed say that the page exists in Lao."""
    address = f"https://nghean.example/lo/{NAME}/"
    for prefix in ("", "vi/", "zh/"):
        page = HtmlPage(fallback_site / f"{prefix}{NAME}/index.html")
        links = [attrs["hreflang"] for attrs in page.find("link", rel="alternate") if "hreflang" in attrs]
        assert links == ["en", "vi", "zh-Hans", "x-default"]
    told = [file for name in ("sitemap-*.xml", "llms.txt", "feed.atom", "feed.json") for file in fallback_site.rglob(name)]
    assert all(address not in file.read_text("utf-8") for file in told)
    assert not (fallback_site / f"lo/{NAME}/index.html.md").exists()
    rows = [row for code in CODES for row in ET.parse(fallback_site / f"sitemap-{code}.xml").getroot()]  # noqa: S314 (our own file)
    assert len(rows) == len(NAMES) * len(CODES) - 1


def test_switcher_still_leads_there(fallback_site: Path) -> None:
    """A Lao reader keeps the page and the language of the frame: the switcher still offers the Lao address."""
    page = HtmlPage(fallback_site / f"{NAME}/index.html")
    assert {attrs["href"] for attrs in page.find("a", hreflang="lo", lang="lo")} == {f"../../lo/{NAME}/"}


def test_required_page_missing_stops_the_build(copy_project: Callable[[], Path], tmp_path: Path) -> None:
    """Without its English page the site is not built, and the message names the page."""
    project = copy_project()
    (project / f"docs/en/{NAME}.md").unlink()
    result = run_build(project, tmp_path / "out")
    assert result.returncode != 0
    assert f"docs/en/{NAME}.md  [missing-page]" in result.stderr + result.stdout
    assert "Traceback" not in result.stderr


def test_unknown_figure_stops_the_build(copy_project: Callable[[], Path], tmp_path: Path) -> None:
    """A misspelt figure stops the build and names page, line and the closest key."""
    project = copy_project()
    page = project / "docs/vi/discover/index.md"
    text = page.read_text("utf-8")
    match = re.search(r"\{\{ (\w+) ", text)
    assert match
    key = match[1]
    page.write_text(text.replace(f"{{{{ {key} ", f"{{{{ {key}x ", 1), "utf-8")
    result = run_build(project, tmp_path / "out")
    line = text[: match.start()].count("\n") + 1
    assert result.returncode != 0
    assert f"docs/vi/discover/index.md, dòng {line}  [unknown-figure]" in result.stderr + result.stdout
    assert f"“{key}”" in result.stderr + result.stdout


def test_fallback_is_found_and_marked(fallback_site: Path) -> None:
    """The Lao index holds the page at its Lao address and says that it is in English; every other page is in Lao."""
    languages = {page[0]: page[8] for page in indexed(fallback_site, "lo")}
    assert languages.pop(f"lo/{NAME}/") == "en"
    assert set(languages.values()) == {""}
    assert len(languages) == len(NAMES) - 2, "every page but this one and the list of pages"
