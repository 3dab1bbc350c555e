"""Long lists that are folded at first come when they are opened, and can be read without that."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page

from sitekit import leaves
from until import until

#: The most by which a point may differ, of 255: a rasteriser fits outlines by the letters that a face has. Ink out of place is over 100.
GREY = 64


@pytest.fixture
def asked(desk: Page) -> list[str]:
    """The addresses that are requested from now on."""
    found: list[str] = []
    desk.on("request", lambda request: found.append(request.url.rpartition("/")[2]))
    return found


def test_a_list_comes_when_it_is_opened(desk: Page, address: str, asked: list[str]) -> None:
    """Not before; then it stands where the link was, its links lead where they did, and closing and opening asks for nothing."""
    desk.goto(address + "lo/invest/economy/")
    assert "sources.html" not in asked
    part = desk.locator(".site-sources details")
    part.locator("summary").click()
    part.locator("li a").first.wait_for()
    number = re.search(r"\d+", part.locator("summary").inner_text())
    assert number
    assert part.locator("li").count() == int(number[0])
    assert part.locator(".site-leaf").count() == 0
    part.locator("summary").click()
    part.locator("summary").click()
    assert asked.count("sources.html") == 1


def test_places_and_parts_of_the_list_of_sources_too(desk: Page, address: str) -> None:
    """The places of a map and each part of the list of all sources open in the same way."""
    for name, entry in (("discover/", "li#map-vinh"), ("about/sources/", "li")):
        desk.goto(address + name)
        part = desk.locator(".site-part").first
        part.locator("summary").click()
        part.locator(entry).first.wait_for()


def test_where_the_line_breaks_the_link_stays(desk: Page, address: str) -> None:
    """A list that does not come leaves its link, and opening it again tries again."""
    desk.goto(address + "invest/economy/")
    desk.route("**/sources.html", lambda route: route.abort())
    summary = desk.locator(".site-sources summary")
    summary.click()
    desk.locator(".site-sources .site-leaf").wait_for()
    summary.click()
    desk.unroute("**/sources.html")
    summary.click()
    desk.locator(".site-sources li").first.wait_for()


def test_without_a_script_the_link_leads_to_the_list(browser: Browser, address: str) -> None:
    """The list is a page that can be read, in the site's own dress, and leads back."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(address + "zh/invest/economy/")
    page.locator(".site-sources summary").click()
    page.locator(".site-sources .site-leaf").click()
    page.wait_for_url("**/sources.html")
    assert page.locator("li a").count() > leaves.FEW
    assert page.locator("main").bounding_box()["x"] >= 0  # type: ignore[index]
    page.locator("main a").first.click()
    page.wait_for_url("**/zh/invest/economy/")
    context.close()


def test_the_page_still_holds_it_on_paper(desk: Page, address: str) -> None:
    """What was opened is printed; what was not says where it lies."""
    desk.goto(address + "invest/economy/")
    desk.locator(".site-sources summary").click()
    desk.locator(".site-sources li").first.wait_for()
    desk.emulate_media(media="print")
    until(desk, "document.querySelector('.site-sources li').getClientRects().length > 0")


@pytest.mark.parametrize("path", ["", "vi/", "lo/", "zh/"])
def test_the_field_for_names_looks_into_all_lists(path: str, desk: Page, address: str) -> None:
    """Typing opens the lists that are not there yet, shows what has the words and hides lists that have not; emptied, all are folded."""
    desk.goto(address + path + "media/names/")
    lists, rows = desk.locator("#table-names details:visible"), desk.locator("#table-names tbody tr:visible")
    said, kinds = desk.locator(".site-filter [role=status]"), lists.count()
    desk.locator("#filter-names").fill("nam dan")
    until(desk, "!document.querySelector('#table-names .site-leaf')")
    assert 0 < rows.count() < 12
    assert all("Nam Đàn" in text for text in rows.all_inner_texts())
    assert str(rows.count()) in said.inner_text()
    assert 0 < lists.count() < kinds
    desk.locator("#filter-names").fill("zzz")
    assert (rows.count(), lists.count(), bool(said.inner_text())) == (0, 0, True)
    desk.locator("#filter-names").fill("")
    assert (rows.count(), lists.count(), said.inner_text()) == (0, kinds, "")
    lists.first.locator("summary").click()
    assert rows.count() > leaves.FEW


def test_a_list_of_names_that_does_not_come_says_nothing_of_hits(desk: Page, address: str) -> None:
    """While a list is missing the field does not say that there is no such name, and the link to the list stays."""
    desk.route("**/names-place.html", lambda route: route.abort())
    desk.goto(address + "media/names/")
    desk.locator("#filter-names").fill("xiangkhouang")
    until(desk, "document.querySelectorAll('#table-names .site-leaf').length === 1")
    assert desk.locator("#table-names .site-leaf:visible").count() == 1
    assert desk.locator(".site-filter [role=status]").inner_text() == ""


@pytest.mark.parametrize("path", ["", "vi/", "zh/"])
def test_a_name_in_the_small_face_looks_like_the_whole_one(path: str, desk: Page, address: str) -> None:
    """The face of few letters comes alone with the page and sets words, vowels and tone marks where the whole face does."""
    fetched: list[str] = []
    desk.on("request", lambda request: fetched.append(request.url) if "lao" in request.url else None)
    desk.goto(address + path + "media/names/")
    desk.evaluate("document.fonts.ready")
    assert [url.rpartition("/")[2] for url in fetched] == ["noto-sans-lao-few-400.woff2"]
    words = desk.locator("td .site-few").all()
    small = [Image.open(io.BytesIO(word.screenshot())).convert("L") for word in words]
    boxes = [word.bounding_box() for word in words]
    desk.evaluate("for (const word of document.querySelectorAll('.site-few')) word.style.fontFamily = 'Site Lao'")
    until(desk, "[...document.fonts].some(face => face.family.replaceAll('\"', '') === 'Site Lao' && face.status === 'loaded')")
    assert len(words) == 3
    assert boxes == [word.bounding_box() for word in words]
    for word, before in zip(words, small, strict=True):
        after = Image.open(io.BytesIO(word.screenshot())).convert("L")
        assert max(ImageChops.difference(before, after).tobytes()) <= GREY
