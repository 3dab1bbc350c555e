"""Home screens, calendars and maps in a visitor's browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from page_list import CODES, with_block
from sitekit.languages import Language
from sitekit.pages import address as page_address

#: Links that are shown lower than a finger needs.
SMALL = """[...document.querySelectorAll('.site-links a')]
  .filter(link => !link.closest('small') && link.getClientRects().length && link.getBoundingClientRect().height < 24).length"""


@pytest.mark.parametrize("code", CODES)
def test_the_browser_would_put_it_on_the_home_screen(phone: Page, address: str, known_languages: dict[str, Language], code: str) -> None:
    """Chromium finds no fault with the manifest of any language; a private window is the only thing in its way."""
    phone.goto(address + known_languages[code].prefix)
    protocol = phone.context.new_cdp_session(phone)
    manifest = protocol.send("Page.getAppManifest")
    assert manifest["url"] == f"{address}{known_languages[code].prefix}manifest.webmanifest"
    assert manifest["errors"] == []
    assert [row["errorId"] for row in protocol.send("Page.getInstallabilityErrors")["installabilityErrors"]] == ["in-incognito"]


@pytest.mark.parametrize("code", CODES)
def test_links_can_be_hit(phone: Page, address: str, known_languages: dict[str, Language], code: str) -> None:
    """Links to calendars and maps are tall enough for a finger, and the list of places leaves the screen at no side.

    Names of sources in a sentence are as tall as their line (WCAG 2.5.8 excepts them).
    """
    for block in ("events", "map"):
        for name in with_block(block):
            phone.goto(address + page_address(name, known_languages[code]))
            phone.evaluate("document.querySelectorAll('.site-places').forEach(each => { each.open = true; })")
            assert phone.evaluate(SMALL) == 0, name
            assert phone.evaluate("document.documentElement.scrollWidth") <= 390, name


def test_the_list_of_places_opens_without_a_script(browser: Browser, address: str) -> None:
    """Without JavaScript a touch shows the link to the list of places, which leads to all of them, and calendar files are served."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(address + "vi/discover/")
    link = page.locator(".site-places .site-leaf")
    assert not link.is_visible()
    page.locator(".site-places summary").click()
    link.click()
    assert page.locator(".site-places li").first.is_visible()
    assert page.locator(".site-places li").count() > 12
    page.go_back()
    assert page.request.get(address + "vi/events.ics").ok
    context.close()
