"""A visitor's browser: reading, switching language, narrow screens, no script, every script whole."""

from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from page_list import CODES, EVERY_PAGE, NAMES
from sitekit.languages import Language
from sitekit.pages import Pages
from sitekit.pages import address as page_address

#: Every text whose ink would leave its line: height of the ink of each element's text against its line height.
INK = """() => {
  const canvas = document.createElement('canvas').getContext('2d');
  const found = [];
  for (const element of document.querySelectorAll('h1,h2,h3,p,li,dt,dd,td,th,a,summary,figcaption')) {
    const text = [...element.childNodes].filter(n => n.nodeType === 3).map(n => n.data.trim()).join(' ').trim();
    if (!text || !element.getClientRects().length) continue;
    const style = getComputedStyle(element);
    canvas.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const ink = canvas.measureText(text);
    const height = ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent;
    const line = parseFloat(style.lineHeight);
    if (height > line + 0.5) found.push([element.tagName, text.slice(0, 30), height, line]);
  }
  return found;
}"""
#: Elements that hide what leaves them and whose content is taller than they are.
CLIPPED = """() => [...document.querySelectorAll('body *')].filter(e => {
  const s = getComputedStyle(e);
  return s.overflowY !== 'visible' && e.clientHeight > 20 && e.scrollHeight > e.clientHeight + 1
    && !e.closest('.md-search') && !['auto', 'scroll'].includes(s.overflowY) && s.clipPath === 'none';
}).map(e => e.className)"""


@pytest.mark.parametrize("code", CODES)
def test_no_sideways_scroll_at_320(code: str, browser: Browser, address: str, known_languages: dict[str, Language]) -> None:
    """On the narrowest phone nothing scrolls sideways, on any page in any language."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    context.route("**/assets/pictures/*", lambda route: route.abort())  # their size is written in the page
    page = context.new_page()
    wide = {}
    for name in NAMES:
        page.goto(address + _path(name, known_languages[code]))
        page.evaluate("document.fonts.ready")
        found = page.evaluate("document.documentElement.scrollWidth")
        if found > 320:
            wide[name] = found
    context.close()
    assert wide == {}


def _path(name: str, language: Language) -> str:
    return page_address(name, language)


@pytest.mark.parametrize("code", CODES)
def test_switcher_lands_on_the_same_page(code: str, desk: Page, address: str, known_languages: dict[str, Language]) -> None:
    """On a wide screen the switcher is visible without opening anything and leads to the same page in each language."""
    for language in known_languages.values():
        desk.goto(address + _path("visit/cua-lo", known_languages[code]))
        link = desk.locator(".site-languages").get_by_text(language.name, exact=True)
        assert link.is_visible()
        link.click()
        desk.wait_for_url(address + _path("visit/cua-lo", language))
        assert desk.locator("html").get_attribute("lang") == language.tag
        assert desk.locator(".site-languages [aria-current]").inner_text() == language.name


def test_everything_reads_without_script(browser: Browser, address: str, known_languages: dict[str, Language], pages: Pages) -> None:
    """With JavaScript off a phone shows the text and pictures, opens the menu, and walks to a section and a language."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    for code, language in known_languages.items():
        page.goto(address + _path("index", language))
        written = pages.real(code, "index")
        assert written
        assert page.locator("h1").inner_text() == written.header.title
        assert page.locator(".site-body h2").count() == 3
        assert not page.locator(".site-tools").is_visible()
        page.locator(".site-menu summary").click()
        page.locator(".site-menu__panel a").nth(2).click()
        page.wait_for_url(address + _path("visit/index", language))
        page.locator(".site-menu summary").click()
        page.locator(".site-menu__languages a[hreflang=zh-Hans]").click()
        page.wait_for_url(address + "zh/visit/")
    context.close()


@pytest.mark.parametrize(("name", "code"), EVERY_PAGE)
def test_marks_are_whole(name: str, code: str, phone: Page, address: str, known_languages: dict[str, Language]) -> None:
    """Lao vowels and tones and stacked Vietnamese marks stay inside their line, and nothing is cut off."""
    phone.goto(address + _path(name, known_languages[code]))
    phone.evaluate("document.fonts.ready")
    phone.evaluate("for (const e of document.querySelectorAll('details')) e.open = true")
    assert phone.evaluate(INK) == []
    assert phone.evaluate(CLIPPED) == []


@pytest.mark.parametrize("code", CODES)
def test_faces(code: str, desk: Page, address: str, known_languages: dict[str, Language]) -> None:
    """Vietnamese and English are set in Be Vietnam Pro, Lao in Noto Sans Lao, and only the page's own files are preloaded."""
    fetched: list[str] = []
    desk.on("request", lambda request: fetched.append(request.url) if request.url.endswith(".woff2") else None)
    desk.goto(address + _path("discover/index", known_languages[code]))
    desk.evaluate("document.fonts.ready")
    loaded = desk.evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family.replaceAll('\"', ''))")
    expected = {"lo": "Site Lao", "zh": "Site Latin in Chinese"}.get(code, "Site Latin")
    assert expected in loaded
    preloaded = desk.evaluate("[...document.querySelectorAll('link[rel=preload][as=font]')].map(l => l.href.split('/').pop())")
    assert preloaded
    assert [file for file in known_languages[code].fonts if file in preloaded] == preloaded
    assert set(preloaded) <= {url.rpartition("/")[2] for url in fetched}
    if code != "lo":
        assert not [url for url in fetched if "lao" in url]


@pytest.mark.parametrize("code", CODES)
def test_names_are_not_broken(code: str, browser: Browser, address: str, known_languages: dict[str, Language]) -> None:
    """No name of the glossary is cut by a line break at any width of a phone."""
    for width in (320, 360, 390):
        context = browser.new_context(viewport={"width": width, "height": 700})
        page = context.new_page()
        page.goto(address + _path("discover/index", known_languages[code]))
        assert page.evaluate("[...document.querySelectorAll('.site-name')].filter(e => e.getClientRects().length > 1).length") == 0
        if code in {"lo", "zh"}:
            assert page.locator(".site-name").count() > 20
        context.close()


def test_no_error_and_no_foreign_request(desk: Page, address: str, known_languages: dict[str, Language]) -> None:
    """Opening pages in every language logs no error, gets no 404, and asks no other host for anything."""
    problems: list[str] = []
    desk.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    desk.on("pageerror", lambda error: problems.append(str(error)))
    desk.on("response", lambda response: problems.append(response.url) if response.status >= 400 else None)
    desk.on("request", lambda request: None if request.url.startswith((address, "data:")) else problems.append(request.url))
    for language in known_languages.values():
        for name in ("index", "visit/getting-here", "invest/industrial-parks"):
            desk.goto(address + _path(name, language))
            desk.wait_for_load_state("networkidle")
    assert problems == []


@pytest.mark.parametrize(("path", "tag"), [("nothing/", "en"), ("vi/khong-co/", "vi"), ("lo/visit/x/", "lo"), ("zh/x", "zh-Hans")])
def test_not_found_speaks_the_language_of_the_path(path: str, tag: str, phone: Page, address: str) -> None:
    """An address that does not exist answers 404 in the language of its path, with a way home."""
    answer = phone.goto(address + path)
    assert answer
    assert answer.status == 404
    assert phone.locator("html").get_attribute("lang") == tag
    visible = [row for row in phone.locator("section").all() if row.is_visible()]
    assert [row.get_attribute("lang") for row in visible] == [tag]
    visible[0].locator("a").click()
    assert phone.locator("html").get_attribute("lang") == tag


@pytest.mark.parametrize(("prefix", "tag"), [("", "en"), ("vi/", "vi"), ("lo/", "lo"), ("zh/", "zh-Hans")])
@pytest.mark.parametrize(("scheme", "worn"), [("dark", "slate"), ("light", "default")])
def test_every_lost_page_wears_the_colours_of_the_system(
    prefix: str, tag: str, scheme: Literal["dark", "light"], worn: str, phone: Page, address: str
) -> None:
    """A host that answers with the lost page of the nearest language shows it as dark as the visitor's system is."""
    phone.emulate_media(color_scheme=scheme)
    problems: list[str] = []
    phone.on("pageerror", lambda error: problems.append(str(error)))
    phone.goto(f"{address}{prefix}404.html")
    assert phone.locator("body").get_attribute("data-md-color-scheme") == worn
    assert phone.locator("html").get_attribute("lang") == tag
    assert problems == []


def test_light_and_dark(desk: Page, address: str) -> None:
    """The switch of colours changes the page and is remembered on the next one."""
    desk.goto(address)
    before = desk.locator("body").get_attribute("data-md-color-scheme")
    desk.locator(".site-palette label:visible").click()
    after = desk.locator("body").get_attribute("data-md-color-scheme")
    desk.goto(address + "visit/")
    assert {before, after} == {"default", "slate"}
    assert desk.locator("body").get_attribute("data-md-color-scheme") == after
