"""Long lists that are folded at first come when they are opened, and can be read without that."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page

from sitekit import leaves
from until import until


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
