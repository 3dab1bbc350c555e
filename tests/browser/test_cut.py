"""The cut sheet shows exactly what the whole one shows: every kind of page, four languages, light and dark, phone and desk."""

from __future__ import annotations

import io
import itertools
import random
from collections.abc import Iterator
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

#: One page of each kind, and one with each block: together they show every part that pages are made of.
PAGES = sorted({*(next(name for name in NAMES if written(name).header.kind == kind) for kind in KINDS),
                *(with_block(block)[0] for block in (*BLOCKS, "plot") if with_block(block))})  # fmt: skip
ALL = list(itertools.product(PAGES, CODES, ("light", "dark"), (390, 1440)))
#: So many of them are looked at in every run.
SAMPLE = set(random.Random("cut").sample(ALL, 6))
COMBINATIONS = [pytest.param(*row, marks=[] if row in SAMPLE else [pytest.mark.long]) for row in ALL]
#: Show the page with the sheet at `address` and no other.
WEAR = """async address => {
  const old = document.querySelector('link[rel=stylesheet]');
  const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address });
  await new Promise((done, fail) => { sheet.onload = done; sheet.onerror = fail; old.after(sheet); });
  old.remove();
  await document.fonts.ready;
}"""
#: Have every picture on the page come, in the size that the browser chooses for its place.
STILL = """async () => {
  for (const image of document.images) {
    if (!image.getClientRects().length) continue;
    image.scrollIntoView({ behavior: 'instant', block: 'center' });
    while (!image.complete || !image.currentSrc) await new Promise(requestAnimationFrame);
    await image.decode().catch(() => 0);
  }
  scrollTo(0, 0);
  await document.fonts.ready;
}"""
#: What a visitor may do to a page; afterwards the parts that scripts add are there.
DEEDS = {
    "search": "document.querySelector('.site-search-button').click()",
    "menu": "document.querySelector('.site-menu').open = true; document.querySelectorAll('details').forEach(each => { each.open = true; })",
    "picture": "document.querySelector('.site-enlarge').click()",
}


@pytest.fixture(scope="module")
def whole(site: Path, address: str) -> Iterator[str]:
    """Address of the whole sheet, joined from the theme's own files and ours and not cut."""
    theme = Path(material.__file__).parent / "templates"
    name = "whole-for-a-test.css"
    (site / "stylesheets" / name).write_text(writing.joined("site", ROOT, theme), "utf-8")
    yield f"{address}stylesheets/{name}"
    (site / "stylesheets" / name).unlink()


def _open(browser: Browser, url: str, scheme: str, width: int) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    page.evaluate(STILL)
    return page


def _differences(page: Page, whole: str) -> int:
    """Points that differ between the page as it is published and in the whole sheet."""
    cut = Image.open(io.BytesIO(page.screenshot(full_page=True, animations="disabled"))).convert("RGB")
    page.evaluate(WEAR, whole)
    full = Image.open(io.BytesIO(page.screenshot(full_page=True, animations="disabled"))).convert("RGB")
    assert cut.size == full.size
    return sum(ImageChops.difference(cut, full).convert("L").point(lambda value: 255 if value else 0).histogram()[1:])


@pytest.mark.parametrize(("name", "code", "scheme", "width"), COMBINATIONS)
def test_no_point_differs(name: str, code: str, scheme: str, width: int, browser: Browser, address: str, whole: str,
                          known_languages: dict[str, Language]) -> None:  # fmt: skip
    """Not one point of the page is another colour."""
    page = _open(browser, address + page_address(name, known_languages[code]), scheme, width)
    assert _differences(page, whole) == 0
    page.context.close()


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("deed", list(DEEDS))
def test_no_point_differs_when_something_is_opened(deed: str, width: int, browser: Browser, address: str, whole: str) -> None:
    """Search with its results, the menu and every list, a picture opened large: what scripts add is dressed as before."""
    page = _open(browser, address + "vi/visit/cua-lo/", "dark" if width == 390 else "light", width)
    page.evaluate(DEEDS[deed])
    if deed == "search":
        page.wait_for_function("window.siteSearch")
        page.locator(".md-search__input").fill("kim lien")
        page.locator(".site-hit__section").first.wait_for()
        page.locator(".md-search-result__meta", has_text="trang").wait_for()
    page.evaluate(STILL)
    page.wait_for_load_state("networkidle")
    assert _differences(page, whole) == 0
    page.context.close()


def test_a_difference_would_be_seen(browser: Browser, address: str, site: Path, whole: str) -> None:
    """The comparison is not blind: without one of the rules it finds points that differ."""
    wrong = site / "stylesheets/wrong-for-a-test.css"
    wrong.write_text((site / "stylesheets/whole-for-a-test.css").read_text("utf-8").replace(".site-hero h1", ".site-gone h1"), "utf-8")
    page = _open(browser, address, "light", 390)
    assert _differences(page, whole.replace("whole", "wrong")) > 0
    wrong.unlink()
    page.context.close()
