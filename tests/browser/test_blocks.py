"""Blocks in a visitor's browser: the filter, plots that can be read, a header that holds its five sections."""

from __future__ import annotations

from itertools import pairwise

import pytest
import yaml
from playwright.sync_api import Browser, Page

from page_list import CODES, ROOT, with_block
from sitekit.languages import Language
from sitekit.pages import address as page_address

#: Texts of the drawings: their boxes on the screen and the height of their letters in pixels.
LABELS = """() => [...document.querySelectorAll('.site-plot svg')].map(svg => {
  const frame = svg.closest('.site-plot').getBoundingClientRect();
  const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  return [...svg.querySelectorAll('text')].map(text => {
    const box = text.getBoundingClientRect();
    return [text.textContent, box.left - frame.left, box.top - frame.top, box.right - frame.left, box.bottom - frame.top,
      parseFloat(getComputedStyle(text).fontSize) * scale, frame.width];
  });
})"""
#: The parts of the header that are shown, from left to right.
PARTS = """() => [...document.querySelector('.site-header__inner').children].filter(part => part.getClientRects().length)
  .map(part => { const box = part.getBoundingClientRect(); return [part.className, box.left, box.right]; })"""


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("width", [390, 700, 1440])
def test_plots_can_be_read(code: str, width: int, browser: Browser, address: str, known_languages: dict[str, Language]) -> None:
    """No label of a plot overlaps another or leaves its frame, and letters are 11 to 20 pixels high, on phone and desk."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    for name in with_block("plot"):
        page.goto(address + page_address(name, known_languages[code]))
        page.evaluate("document.fonts.ready")
        for labels in page.evaluate(LABELS):
            for number, (text, left, top, right, bottom, size, frame) in enumerate(labels):
                assert 11 <= size <= 20, (name, text, size)
                assert left >= 0, (name, text)
                assert right <= frame, (name, text)
                for other, left2, top2, right2, bottom2, _, _ in labels[:number]:
                    assert left >= right2 - 1 or left2 >= right - 1 or top >= bottom2 - 4 or top2 >= bottom - 4, (name, text, other)
    context.close()


def test_the_filter_finds_a_commune_without_marks(desk: Page, address: str) -> None:
    """Letters without marks find the name with them, the number of rows is announced, and an empty field shows all again."""
    total = len(yaml.safe_load((ROOT / "data/communes.yml").read_text("utf-8")))
    for name in with_block("table:communes"):
        desk.goto(address + f"vi/{name}/")
        field = desk.locator("#filter-communes")
        rows = desk.locator("#table-communes tbody tr:visible")
        assert rows.count() == total
        field.fill("cua lo")
        assert rows.count() >= 1
        assert "Cửa Lò" in " ".join(rows.all_inner_texts())
        assert str(rows.count()) in desk.locator(".site-filter [role=status]").inner_text()
        field.fill("zzz")
        assert rows.count() == 0
        assert desk.locator(".site-filter [role=status]").inner_text()
        field.fill("")
        assert rows.count() == total


def test_without_a_script_there_is_no_filter_and_every_row(browser: Browser, address: str) -> None:
    """Without JavaScript no field is shown that could not work, and the table is whole."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    for name in with_block("table:communes"):
        page.goto(address + f"{name}/")
        assert not page.locator("#filter-communes").is_visible()
        assert page.locator("#table-communes tbody tr:visible").count() == page.locator("#table-communes tbody tr").count()
    context.close()


@pytest.mark.parametrize("code", CODES)
def test_the_header_holds_its_sections(code: str, browser: Browser, address: str, known_languages: dict[str, Language]) -> None:
    """From the narrowest phone to the widest desk the parts of the header stand side by side within the window."""
    for width in (320, 390, 768, 1024, 1248, 1249, 1440, 2000):
        context = browser.new_context(viewport={"width": width, "height": 600})
        page = context.new_page()
        page.goto(address + known_languages[code].prefix)
        page.evaluate("document.fonts.ready")
        parts = page.evaluate(PARTS)
        context.close()
        assert all(left >= 0 and right <= width for _, left, right in parts), (width, parts)
        assert all(one[2] <= other[1] + 0.5 for one, other in pairwise(parts)), (width, parts)
        assert ("site-sections" in [name for name, _, _ in parts]) == (width > 1248), width


def test_cells_stand_beside_their_heads(phone: Page, address: str) -> None:
    """On a phone a cell of text and figures is one piece beside its head, however many figures it cites."""
    for name in with_block("table:parks"):
        phone.goto(address + f"{name}/")
        lefts = phone.evaluate("[...document.querySelectorAll('.site-table--parks td > div')].map(e => e.getBoundingClientRect().left)")
        assert lefts
        assert max(lefts) - min(lefts) < 1


def test_events_lead_on(phone: Page, address: str) -> None:
    """Every event shows its days, and the pages that events name open."""
    for name in with_block("events"):
        phone.goto(address + f"lo/{name}/")
        events = phone.locator(".site-event")
        assert phone.locator(".site-event__days time:visible").count() == events.count() > 0
        for link in phone.locator(".site-event :is(h3, h4) a").all()[:3]:
            assert phone.request.get(phone.evaluate("link => link.href", link.element_handle())).ok
