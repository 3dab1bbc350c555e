"""The sharing block in a visitor's browser: the phone's own list, links, the clipboard, the code."""

from __future__ import annotations

import io

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page

from page_list import CODES
from sitekit.languages import Language
from sitekit.pages import address as page_address
from sitekit.search_engines import EXAMPLE_ADDRESS
from until import until

NAME = "visit/cua-lo"
#: A browser that can share, and notes what it was asked to.
CAN_SHARE = "navigator.share = data => { window.shared = data; return Promise.resolve(); };"
#: One that says no, as when its list is closed again.
CLOSES = "navigator.share = () => Promise.reject(new DOMException('', 'AbortError'));"
CANNOT_SHARE = "Object.defineProperty(navigator, 'share', { value: undefined });"


def _phone(browser: Browser, **more: bool) -> BrowserContext:
    return browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, **more)  # type: ignore[arg-type]


def _visible(page: Page, part: str) -> int:
    return page.locator(f".site-share {part}:visible").count()


@pytest.mark.parametrize("code", CODES)
def test_a_phone_shares_by_its_own_list(code: str, browser: Browser, address: str, known_languages: dict[str, Language]) -> None:
    """Where the phone can share, one button does, with the page's title and address; the links step back."""
    context = _phone(browser)
    page = context.new_page()
    page.add_init_script(CAN_SHARE)
    page.goto(address + page_address(NAME, known_languages[code]))
    assert _visible(page, "a") == 0
    page.locator(".site-share__native").click()
    assert page.evaluate("window.shared") == {"title": page.locator("h1").inner_text(),
                                              "url": EXAMPLE_ADDRESS + page_address(NAME, known_languages[code])}  # fmt: skip
    context.close()


def test_a_closed_list_is_no_error(desk: Page, address: str) -> None:
    """Closing the list without sharing logs nothing; a desk keeps its links beside the button."""
    errors: list[str] = []
    desk.on("pageerror", lambda error: errors.append(str(error)))
    desk.add_init_script(CLOSES)
    desk.goto(address + NAME + "/")
    desk.locator(".site-share__native").click()
    desk.wait_for_timeout(50)
    assert errors == []
    assert _visible(desk, "a") >= 5


def test_without_it_there_are_links(browser: Browser, address: str) -> None:
    """A phone that cannot share shows the links and no dead button; every target is large enough for a finger."""
    context = _phone(browser)
    page = context.new_page()
    page.add_init_script(CANNOT_SHARE)
    page.goto(address + "vi/" + NAME + "/")
    assert _visible(page, ".site-share__native") == 0
    assert _visible(page, "a") >= 5
    for way in page.locator(".site-share__ways > :visible").all():
        box = way.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 32, way.inner_text()
    context.close()


def test_without_script_nothing_pretends(browser: Browser, address: str) -> None:
    """With JavaScript off there are links and the address to copy, and no button."""
    context = _phone(browser, java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "lo/" + NAME + "/")
    assert _visible(page, "button") == 0
    assert _visible(page, "a") >= 5
    assert page.locator(".site-share__address").inner_text() == f"{EXAMPLE_ADDRESS}lo/{NAME}/"
    context.close()


@pytest.mark.parametrize("code", CODES)
def test_the_address_is_copied(code: str, browser: Browser, address: str, known_languages: dict[str, Language]) -> None:
    """The button puts the page's address into the clipboard and says so in the page's language."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + page_address(NAME, known_languages[code]))
    page.locator(".site-share__copy").click()
    status = page.locator(".site-share [role=status]")
    status.filter(has_text=page.locator(".site-share").get_attribute("data-copied") or "?").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == EXAMPLE_ADDRESS + page_address(NAME, known_languages[code])
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_the_code_is_read_from_the_screen(width: int, scheme: str, browser: Browser, address: str) -> None:
    """In the light and in the dark, on phone and desk, a reader of codes finds the Chinese page's address on the screen."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}zh/{NAME}/")
    code = page.locator(".site-share__code img")
    code.scroll_into_view_if_needed()
    until(page, "document.querySelector('.site-share__code img').naturalWidth > 0")
    assert code.bounding_box()["width"] > 120  # type: ignore[index]
    shown = Image.open(io.BytesIO(page.locator(".site-share").screenshot())).convert("L")
    assert [each.text for each in zxingcpp.read_barcodes(shown)] == [f"{EXAMPLE_ADDRESS}zh/{NAME}/"]
    context.close()
