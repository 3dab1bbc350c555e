"""The cut sheet shows exactly what the whole one shows: every kind of page, four languages, light and dark, phone and desk."""

from __future__ import annotations

import io
import itertools
import random
from pathlib import Path

import material
import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page

from conftest import ROOT
from page_list import CODES, NAMES, with_block
from page_list import page as written
from sitekit.blocks.registry import BLOCKS
from sitekit.frontmatter import KINDS
from sitekit.languages import Language
from sitekit.pages import address as page_address
from sitekit.sheets import writing
from until import until

#: One page of each kind, and one with each block: together they show every part that pages are made of.
PAGES = sorted({*(next(name for name in NAMES if written(name).header.kind == kind) for kind in KINDS),
                *(with_block(block)[0] for block in (*BLOCKS, "plot") if with_block(block))})  # fmt: skip
ALL = list(itertools.product(PAGES, CODES, ("light", "dark"), (390, 1440)))
#: So many of them are looked at in every run.
SAMPLE = set(random.Random("cut").sample(ALL, 6))
COMBINATIONS = [pytest.param(*row, marks=[] if row in SAMPLE else [pytest.mark.long]) for row in ALL]
#: Have every picture on the page come, in the size that the browser chooses for its place.
STILL = """async () => {
  for (const table of document.querySelectorAll('.site-table')) table.style.contentVisibility = 'visible';  // the whole page is compared
  for (const image of document.images) {
    if (!image.getClientRects().length) continue;
    image.scrollIntoView({ behavior: 'instant', block: 'center' });
    while (!image.complete || !image.currentSrc) await new Promise(requestAnimationFrame);
    await image.decode().catch(() => 0);
  }
  scrollTo(0, 0);
  await document.fonts.ready;
}"""
#: Steps of 255 in one colour by which Chromium itself draws a round corner now and then differently from one run to the next.
UNSEEN = 24
#: What a visitor may do to a page; afterwards the parts that scripts add are there.
DEEDS = {
    "search": "document.querySelector('.site-search-button').click()",
    "menu": "document.querySelector('.site-menu').open = true; document.querySelectorAll('details').forEach(each => { each.open = true; })",
    "picture": "document.querySelector('.site-enlarge').click()",
}


@pytest.fixture(scope="module")
def whole() -> str:
    """The whole sheet: joined from the theme's own files and ours, and not cut."""
    return writing.joined("site", ROOT, Path(material.__file__).parent / "templates")


def _shot(browser: Browser, url: str, scheme: str, width: int, sheet: str, deed: str = "") -> Image.Image:
    """The whole page as it is shown, in the text `sheet` instead of its own if there is one, after `deed`."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    if sheet:
        page.route("**/stylesheets/site.*.css", lambda route: route.fulfill(body=sheet, content_type="text/css"))
    page.goto(url, wait_until="networkidle")
    page.evaluate(STILL)
    if deed:
        _do(page, deed)
    shot = Image.open(io.BytesIO(page.screenshot(full_page=not deed, animations="disabled"))).convert("RGB")
    context.close()
    return shot


def _do(page: Page, deed: str) -> None:
    page.evaluate(DEEDS[deed])
    if deed == "search":
        until(page, "window.siteSearch")
        page.locator(".md-search__input").fill("kim lien")
        until(page, "window.siteSearch.shown?.total > 0 && !window.siteSearch.shown.more")  # the whole answer
        until(page, "[...document.querySelectorAll('.site-hit__picture')].slice(0, 4).every(image => image.complete)")
    else:
        page.evaluate(STILL)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")  # what was opened may have brought letters of another weight


def _differences(one: Image.Image, other: Image.Image) -> int:
    """Points that differ by more than `UNSEEN`."""
    assert one.size == other.size
    return sum(sum(band.histogram()[UNSEEN + 1 :]) for band in ImageChops.difference(one, other).split())


@pytest.mark.parametrize(("name", "code", "scheme", "width"), COMBINATIONS)
def test_no_point_differs(name: str, code: str, scheme: str, width: int, browser: Browser, address: str, whole: str,
                          known_languages: dict[str, Language]) -> None:  # fmt: skip
    """Not one point of the page is another colour."""
    url = address + page_address(name, known_languages[code])
    assert _differences(_shot(browser, url, scheme, width, ""), _shot(browser, url, scheme, width, whole)) == 0


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("deed", list(DEEDS))
def test_no_point_differs_when_something_is_opened(deed: str, width: int, browser: Browser, address: str, whole: str) -> None:
    """Search with its results, the menu and every list, a picture opened large: what scripts add is dressed as before."""
    url, scheme = address + "vi/visit/cua-lo/", "dark" if width == 390 else "light"
    assert _differences(_shot(browser, url, scheme, width, "", deed), _shot(browser, url, scheme, width, whole, deed)) == 0


def test_a_difference_would_be_seen(browser: Browser, address: str, whole: str) -> None:
    """The comparison is not blind: without one of the rules it finds points that differ."""
    wrong = whole.replace(".site-hero h1", ".site-gone h1")
    assert _differences(_shot(browser, address, "light", 390, ""), _shot(browser, address, "light", 390, wrong)) > 0
