"""Search as a visitor uses it: what they type finds what they mean, in their language, whatever they type."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Dialog, Page

from page_list import CODES, NAMES
from sitekit.languages import Language
from sitekit.pages import address as page_address
from sitekit.search import programs
from sitekit.search.folding import fold, simplified
from test_folding import CASES as FOLDING
from test_folding import samples

CASES = yaml.safe_load((Path(__file__).parents[1] / "search/queries.yml").read_text("utf-8"))
#: Ask and wait for the answer to this very question: [meta, [address below the root, language mark] …].
ASK = """async query => {
  const box = window.siteSearch;
  const answer = new Promise(done => {
    const hear = ({data}) => {
      if (data.id !== box.asked) return;
      box.worker.removeEventListener('message', hear);
      setTimeout(() => done(data));
    };
    box.worker.addEventListener('message', hear);
  });
  box.ask(query);
  const data = await answer;
  return data.hits.map(hit => [hit.address, hit.lang]);
}"""


@pytest.fixture
def search_page(browser: Browser, address: str) -> Any:
    """Opens search on the home page of a language."""
    contexts = []

    def open_search(language: Language) -> Page:
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        contexts.append(context)
        page = context.new_page()
        page.goto(address + language.prefix)
        page.locator(".md-search__input").click()
        page.wait_for_function("window.siteSearch")
        return page

    yield open_search
    for context in contexts:
        context.close()


@pytest.mark.parametrize("code", CODES)
def test_queries_find_their_page(code: str, search_page: Any, known_languages: dict[str, Language]) -> None:
    """Of at least sixty queries a language, 97 % find their page among the first three and 85 % in first place."""
    page, language = search_page(known_languages[code]), known_languages[code]
    places: list[tuple[int, str, str, str]] = []
    for name, kinds in CASES[code].items():
        wanted = [page_address(each, language) for each in name.split("|")]
        for kind, queries in kinds.items():
            for query in queries:
                found = [address for address, _ in page.evaluate(ASK, query)]
                place = min((found.index(each) + 1 for each in wanted if each in found), default=99)
                assert all(each.startswith(language.prefix) for each in found), (query, found)
                places.append((place, kind, query, name))
    kinds_seen = Counter(kind for _, kind, _, _ in places)
    print(f"\n{code}: {len(places)} queries")
    for kind, total in kinds_seen.items():
        first = sum(place == 1 for place, each, _, _ in places if each == kind)
        three = sum(place <= 3 for place, each, _, _ in places if each == kind)
        print(f"  {kind:16} {total:3}   first {first:3}   first three {three:3}")
    missed = [row for row in places if row[0] > 1]
    print("\n".join(f"    {place:2}  {query}  → {name}  ({kind})" for place, kind, query, name in missed))
    assert len(places) >= 60
    assert sum(place <= 3 for place, *_ in places) >= 0.97 * len(places), missed
    assert sum(place == 1 for place, *_ in places) >= 0.85 * len(places), missed


def test_folding_is_the_same_in_the_browser(desk: Page) -> None:
    """The shared table and two thousand random texts fold to the same letters in Chromium as in Python."""
    desk.add_script_tag(content=(programs.CLIENT / "fold.js").read_text("utf-8"))
    desk.evaluate("pairs => { for (const [from, to] of pairs) SIMPLIFIED.set(from, to); }", list(simplified().items()))
    texts = [text for text, _ in FOLDING] + list(samples(2000))
    assert desk.evaluate("texts => texts.map(fold)", texts) == [fold(text) for text in texts]
    # the places lead back to the letters that a find came from
    flat, places = desk.evaluate("foldWithPlaces('Bãi biển Cửa Lò')")
    assert "Bãi biển Cửa Lò"[places[flat.index("cua")] : places[flat.index("lo")] + 2] == "Cửa Lò"


def test_nothing_is_fetched_before_somebody_searches(desk: Page, address: str) -> None:
    """A page loads neither program nor index; opening search loads the programs and the index of its language only."""
    asked: list[str] = []
    desk.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    desk.goto(address + "lo/visit/", wait_until="networkidle")
    assert not [url for url in asked if url.startswith("search/")]
    desk.locator(".md-search__input").click()
    desk.wait_for_function("window.siteSearch")
    desk.locator(".md-search__input").press_sequentially("ວິງ")
    desk.locator(".md-search-result__item").first.wait_for()
    loaded = [url for url in asked if url.startswith("search/")]
    assert sorted(loaded) == sorted([programs.path("box"), programs.path("worker"), "search/lo.json"])


def test_search_with_the_keyboard(desk: Page, address: str) -> None:
    """“/” opens search; arrows walk through the results and back; Enter follows; the number of pages is announced."""
    desk.goto(address + "visit/")
    desk.keyboard.press("/")
    desk.wait_for_function("document.activeElement.matches('.md-search__input')")
    desk.keyboard.type("kim lien")
    desk.locator(".md-search-result__item").first.wait_for()
    status = desk.locator(".md-search-result__meta")
    assert status.get_attribute("role") == "status"
    assert "found" in status.inner_text()
    desk.keyboard.press("ArrowDown")
    assert desk.evaluate("document.activeElement === document.querySelector('.md-search-result__link')")
    desk.keyboard.press("ArrowUp")
    assert desk.evaluate("document.activeElement.matches('.md-search__input')")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/visit/kim-lien/?h=kim+lien")
    assert desk.evaluate("new Promise(done => setTimeout(() => done(CSS.highlights.get('site-search')?.size ?? 0), 400))") > 0
    desk.keyboard.press("/")
    desk.keyboard.press("Escape")
    assert not desk.locator("#__search").is_checked()


def test_pasted_and_spoken_words_are_heard(phone: Page, address: str) -> None:
    """A field that changes without any key being pressed is searched all the same; a phone opens search by its button."""
    phone.goto(address + "vi/")
    phone.locator(".site-search-button").click()
    phone.wait_for_function("window.siteSearch")
    phone.evaluate("""() => { const input = document.querySelector('.md-search__input'); input.value = 'cháo lươn';
      input.dispatchEvent(new InputEvent('input', {inputType: 'insertFromPaste', bubbles: true})); }""")
    first = phone.locator(".md-search-result__item").first
    first.wait_for()
    assert "Ẩm thực" in first.inner_text()
    assert phone.locator(".md-search-result__item mark").first.inner_text().lower() == "cháo lươn"
    assert phone.evaluate("document.documentElement.scrollWidth") == 390


def test_a_link_can_carry_a_question(desk: Page, address: str) -> None:
    """`?q=` opens search with the answer."""
    desk.goto(address + "zh/?q=金莲")
    desk.locator(".md-search-result__item").first.wait_for()
    assert desk.locator(".md-search__input").input_value() == "金莲"


def test_results_show_where_they_lead(desk: Page, address: str) -> None:
    """A result has a picture that exists, the section it is in, the sentence with the find marked, and sections below."""
    desk.goto(address + "lo/?q=ນ້ຳກັ່ນ")
    item = desk.locator(".md-search-result__item").first
    item.wait_for()
    assert item.locator(".site-hit__trail").inner_text() == "ທ່ອງທ່ຽວ"
    # the mark covers whole letters with the vowels and tones that hang on them
    assert "ນ້ຳກັ່ນ" in item.locator("mark").all_inner_texts()
    desk.wait_for_function("document.querySelector('.site-hit__picture').naturalWidth === 160")
    assert item.locator(".site-hit__section").count() >= 1


def test_nothing_found_leads_on(desk: Page, address: str) -> None:
    """Without a result the reader gets the nearest words, which can be tried at once, and the sections, in their language."""
    desk.goto(address + "vi/?q=xyzzyq")
    words = desk.locator(".md-search-result__meta")
    words.get_by_text("Không tìm thấy").wait_for()
    assert "Khám phá" in desk.locator(".md-search-result__list").inner_text()
    desk.evaluate("window.siteSearch.ask('nghiiieep')")
    desk.locator(".site-hit__word").first.wait_for()
    desk.locator(".site-hit__word").first.click()
    desk.locator(".site-hit").first.wait_for()


HOSTILE = ["a" * 10_000, "乂" * 10_000, "ກ" * 10_000, "\u0301" * 500, "(((([[[[{{{{***+++???\\\\", "\u0000", "%00%ff", ". . . . !!!",
           "<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "a b " * 3000, "constructor __proto__ toString",
           "\ud800 \udfff"]  # fmt: skip


def test_hostile_questions(search_page: Any, known_languages: dict[str, Language]) -> None:
    """Endless, empty, broken and malicious questions are answered; none runs, none stays unanswered."""
    page = search_page(known_languages["vi"])
    dialogs: list[str] = []

    def note(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    for query in HOSTILE:
        page.evaluate("query => { window.siteSearch.ask(query); }", query)
        assert page.evaluate(ASK, "cua lo")[0][0] == "vi/visit/cua-lo/"
        page.evaluate("query => { window.siteSearch.ask(query); }", query)
        page.wait_for_timeout(50)
        assert page.locator(".md-search-result__list img[onerror], .md-search-result__list script").count() == 0
    assert dialogs == []


@pytest.mark.parametrize("code", CODES)
def test_without_a_script_pages_are_listed(code: str, browser: Browser, address: str, known_languages: dict[str, Language]) -> None:
    """Without JavaScript no search field is shown; the footer leads to a list of every page, in order, and each link works."""
    language = known_languages[code]
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(address + language.prefix)
    assert not page.locator(".md-search__input").is_visible()
    assert not page.locator(".site-search-button").is_visible()
    page.locator(".site-footer a[href*='site-index']").click()
    links = page.locator(".site-index li a")
    assert links.count() == len(NAMES) - 1
    for link in links.all():
        target = page.evaluate("link => link.href", link.element_handle())
        assert page.request.get(target).ok
    context.close()
