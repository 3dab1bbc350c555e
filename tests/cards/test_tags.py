"""What networks read on the built pages: cards that are there, in the page's language, and what goes with them."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from babel import Locale
from PIL import Image

import page_list
from html_page import HtmlPage
from page_list import NAMES
from sitekit.cards import tags
from sitekit.languages import Language
from sitekit.pages import Page, address
from sitekit.search_engines import EXAMPLE_ADDRESS
from sitekit.site import Site
from sitekit.view import View

Read = dict[tuple[str, str], HtmlPage]
LOCALES = {"en": "en_GB", "vi": "vi_VN", "lo": "lo_LA", "zh": "zh_CN"}
SHAPES = [("1200", "630"), ("300", "300")]


@pytest.fixture(scope="module")
def read(site: Path, known_languages: dict[str, Language]) -> Read:
    """Every page of the site, by name and language."""
    return {(name, code): HtmlPage(site / address(name, row) / "index.html") for name in NAMES for code, row in known_languages.items()}


def _og(page: HtmlPage, name: str) -> list[str]:
    return [attrs["content"] for attrs in page.find("meta", property=name)]


def _file(site: Path, url: str) -> Path:
    assert url.startswith(EXAMPLE_ADDRESS)
    return site / urlsplit(url).path.lstrip("/")


def test_every_page_has_two_cards_of_its_own(read: Read, site: Path) -> None:
    """Each page in each language names a wide and a square card by absolute address; each is there, in its size, under 120 kB."""
    named = set()
    for (name, code), page in read.items():
        urls = _og(page, "og:image")
        assert len(urls) == 2, (name, code)
        assert list(zip(_og(page, "og:image:width"), _og(page, "og:image:height"), strict=True)) == SHAPES
        assert _og(page, "og:image:type") == ["image/jpeg"] * 2
        for url, size in zip(urls, SHAPES, strict=True):
            file = _file(site, url)
            with Image.open(file) as image:
                assert image.format == "JPEG"
                assert image.size == tuple(map(int, size))
            assert file.stat().st_size < 120_000, (url, file.stat().st_size)
            assert file.name.startswith(f"{code}-{name.replace('/', '-')}")
            named.add(file)
    assert named == set((site / "assets/cards").iterdir()), "no card is missing, none is left over"
    assert len(named) == 2 * len(read)


def test_the_card_is_described_in_the_language_of_the_page(read: Read) -> None:
    """The description of a card says title and picture, in Lao with Lao letters, in Chinese with Chinese ones."""
    for (name, code), page in read.items():
        title = _og(page, "og:title")[0]
        for text in [*_og(page, "og:image:alt"), page.find("meta", name="twitter:image:alt")[0]["content"]]:
            assert text.startswith(title), (name, code)
            letters = [char for char in text[len(title) :] if char.isalpha()]
            own = {"lo": ("\u0e80", "\u0eff"), "zh": ("\u4e00", "\u9fff")}.get(code, ("A", "\u1eff"))
            assert sum(own[0] <= char <= own[1] for char in letters) > 0.8 * len(letters) > 4, (name, code, text)


def test_languages_are_named_as_networks_name_them(read: Read, known_languages: dict[str, Language]) -> None:
    """Each page says its language with a territory, and those of its translations."""
    assert {code: tags.locale(row) for code, row in known_languages.items()} == LOCALES
    assert all(Locale.parse(name).territory for name in LOCALES.values())
    for (name, code), page in read.items():
        assert _og(page, "og:locale") == [LOCALES[code]], name
        assert set(_og(page, "og:locale:alternate")) == set(LOCALES.values()) - {LOCALES[code]}, name


def test_x_gets_a_large_card(read: Read) -> None:
    """X is told to show the wide card large; title, description and picture it takes from what all networks read."""
    for page in read.values():
        found = {attrs["name"]: attrs["content"] for attrs in page.find("meta") if attrs.get("name", "").startswith("twitter:")}
        assert found.pop("twitter:card") == "summary_large_image"
        assert found.pop("twitter:image:alt") == _og(page, "og:image:alt")[0]
        assert found == {}
        assert all(len(_og(page, f"og:{key}")) == 1 for key in ("title", "description", "url"))
        assert _og(page, "og:image:width")[0] == "1200"


def test_news_is_an_article_with_its_dates(read: Read) -> None:
    """A piece of news says that it is an article, of which section, and when it was published and last changed."""
    for (name, code), page in read.items():
        header = page_list.page(name).header
        news = header.kind == "news"
        assert ("article" in _og(page, "og:type")) == news, (name, code)
        assert _og(page, "article:published_time") == [header.date] * news
        assert bool(_og(page, "article:section")) == bool(_og(page, "article:modified_time")) == news


def test_chinese_messengers_find_the_square(read: Read) -> None:
    """QQ and WeChat, which read `itemprop`, get the square card on Chinese pages."""
    for (_, code), page in read.items():
        assert [attrs["content"] for attrs in page.find("meta", itemprop="image")] == (_og(page, "og:image")[1:] if code == "zh" else [])


def test_a_missing_translation_shares_the_english_card(project: Site, changed: Callable[..., Page]) -> None:
    """Where a Lao page is missing, its address shows the English card and says that it is English."""
    english = changed("en", "visit/cua-lo")

    without = copy(project.pages)
    without._pages = {key: page for key, page in project.pages._pages.items() if key != ("lo", english.name)}
    found = View(replace(project, pages=without), "lo", english.name, EXAMPLE_ADDRESS).card_tags
    own = View(project, "en", english.name, EXAMPLE_ADDRESS).card_tags
    apart = [[tag for tag in row if "locale" not in tag.get("property", "")] for row in (found, own)]
    assert apart[0] == apart[1]
    assert [tag["content"] for tag in found if "locale" in tag.get("property", "")] == ["en_GB", "vi_VN", "zh_CN"]


def test_a_missing_character_stops_the_build(copy_project: Callable[[], Path], tmp_path: Path,
                                             stopped: Callable[[Path, Path], str]) -> None:  # fmt: skip
    """A build whose title needs a character that no face has ends before any page, and names the character and the page."""
    project = copy_project()
    page = project / "docs/zh/visit/vinh.md"
    page.write_text(page.read_text("utf-8").replace("title: ", "title: 𠮷", 1), "utf-8")
    said = stopped(project, tmp_path / "out")
    assert "docs/zh/visit/vinh.md" in said
    assert "[card-character-missing]" in said
    assert "𠮷" in said
    assert "Traceback" not in said
