"""Passing a page on: addresses that networks can read, and a code that a phone can."""

from __future__ import annotations

import base64
import io
import json
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import resvg_py
import yaml
import zxingcpp
from PIL import Image

from html_page import HtmlPage
from page_list import CODES, NAMES
from sitekit.languages import Language
from sitekit.pages import address
from sitekit.search_engines import EXAMPLE_ADDRESS
from sitekit.sharing import code as codes
from sitekit.sharing import links

#: What each network's form is told, by the names of its own parameters.
TOLD = {"facebook": {"u": "url"}, "x": {"url": "url", "text": "title"}, "linkedin": {"url": "url"},
        "weibo": {"url": "url", "title": "title", "pic": "picture"}}  # fmt: skip
#: On the pages of every language.
EVERYWHERE = {"facebook", "x", "linkedin", "email", "zalo"}
TITLE = "Bánh & “cháo” #1: 50% + lươn?"
URL, PICTURE = "https://nghean.example/vi/visit/cua-lo/", "https://nghean.example/assets/cards/x.jpg"


@pytest.fixture(scope="module")
def sharing(root: Path) -> dict[str, object]:
    """The list of networks."""
    return dict(yaml.safe_load((root / "data/sharing.yml").read_text("utf-8")))


def _blocks(site: Path, language: Language) -> list[tuple[str, HtmlPage]]:
    return [(EXAMPLE_ADDRESS + address(name, language), HtmlPage(site / address(name, language) / "index.html")) for name in NAMES]


def _ways(page: HtmlPage) -> dict[str, str]:
    """The links of the sharing block, by network."""
    found = [(attrs.get("class", ""), attrs) for attrs in page.find("a")]
    assert all(attrs["rel"] == "nofollow noreferrer" for name, attrs in found if name.startswith("site-share__"))
    return {name.removeprefix("site-share__"): attrs["href"] for name, attrs in found if name.startswith("site-share__")}


@pytest.mark.parametrize("code", CODES)
def test_networks_get_exactly_what_was_written(code: str, sharing: dict[str, object]) -> None:
    """Signs that mean something in addresses come through: each network reads the same title, address and picture."""
    wanted = {"url": URL, "title": TITLE, "picture": PICTURE}
    for row in links.of(sharing, code, URL, TITLE, PICTURE):
        parts = urlsplit(row["url"])
        query = {key: values[0] for key, values in parse_qs(parts.query, strict_parsing=True).items()}
        assert parts.scheme == ("mailto" if row["key"] == "email" else "https")
        if row["key"] in TOLD:
            assert query == {key: wanted[value] for key, value in TOLD[row["key"]].items()}
        elif row["key"] == "whatsapp":
            assert query == {"text": f"{TITLE} {URL}"}
        elif row["key"] == "email":
            assert query["subject"] == TITLE
            assert query["body"].split("\r\n\r\n") == [TITLE, URL + "\r\n"]
            assert "+" not in parts.query, "mail programs do not read + as a blank"
        else:
            assert row["key"] == "zalo"
            assert "=" not in query["d"]
            assert json.loads(base64.b64decode(query["d"], validate=True)) == {"url": URL}


@pytest.mark.parametrize("code", CODES)
def test_every_page_can_be_passed_on(code: str, site: Path, known_languages: dict[str, Language]) -> None:
    """Each page has links of its own address to all networks; Chinese ones to Weibo too; buttons wait for a script."""
    for url, page in _blocks(site, known_languages[code]):
        ways = _ways(page)
        assert set(ways) >= EVERYWHERE, url
        assert ("weibo" in ways) == (code == "zh"), url
        assert parse_qs(urlsplit(ways["facebook"]).query) == {"u": [url]}
        buttons = [attrs for attrs in page.find("button") if attrs.get("class", "").startswith("site-share__")]
        assert len(buttons) == 2
        assert all("hidden" in attrs for attrs in buttons)
        assert url in page.words, "to be copied where no script runs"


@pytest.mark.parametrize("code", CODES)
def test_a_phone_reads_the_code(code: str, site: Path, known_languages: dict[str, Language]) -> None:
    """On every Chinese page a reader of codes finds the page's address; no other page carries one."""
    for name in NAMES:
        here = address(name, known_languages[code])
        html = (site / here / "index.html").read_text("utf-8")
        found = re.findall(r'<div class="site-share__code"><img src="(code.svg)"', html)
        assert len(found) == (site / here / "code.svg").exists() == (code == "zh")
        for file in found:
            drawn = (site / here / file).read_text("utf-8")
            assert "style=" not in drawn
            picture = Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=drawn, width=168))))
            assert [each.text for each in zxingcpp.read_barcodes(picture.convert("L"))] == [EXAMPLE_ADDRESS + here]


def test_the_code_is_the_same_on_every_build() -> None:
    """The same address gives the same code."""
    assert codes.svg(URL) == codes.svg(URL)


def test_every_language_has_its_order(sharing: dict[str, object]) -> None:
    """The order of each language names known networks, each once."""
    networks, order = sharing["networks"], sharing["order"]
    assert isinstance(networks, dict)
    assert isinstance(order, dict)
    assert set(order) == set(CODES)
    for row in order.values():
        assert len(row) == len(set(row))
        assert EVERYWHERE <= set(row) <= set(networks)
