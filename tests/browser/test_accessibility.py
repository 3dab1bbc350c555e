"""axe finds nothing, in light and dark: on a sample of pages in every run, on all of them in the long one."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from page_list import CODES, EVERY_PAGE
from sitekit.languages import Language
from sitekit.pages import address as page_address

#: WCAG 2.2 A and AA, and axe's own good practice.
OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


#: Pages of thousands of like rows, over which axe takes half a minute each: looked at in the long run only.
LONG_LISTS = {"about/sources", "media/names"}
#: Every page in light and in dark; the pages of the sample in turn in one of them, the rest in the long run.
EVERY_PAGE_IN_BOTH = [
    pytest.param(*each.values, scheme, marks=each.marks or ([pytest.mark.long] if at % 2 != dark or each.values[0] in LONG_LISTS else []))
    for at, each in enumerate([each for each in EVERY_PAGE if not each.marks] + [each for each in EVERY_PAGE if each.marks])
    for dark, scheme in enumerate(("light", "dark"))
]


@pytest.mark.parametrize(("name", "code", "scheme"), EVERY_PAGE_IN_BOTH)
def test_axe_finds_nothing(name: str, code: str, scheme: str, browser: Browser, address: str, known_languages: dict[str, Language]) -> None:
    """The page passes axe's rules of WCAG 2.2 A and AA, in this colour scheme, on phone and desk."""
    found = []
    for width in (390, 1440):
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(address + page_address(name, known_languages[code]))
        expected = "default" if scheme == "light" else "slate"
        assert page.locator("body").get_attribute("data-md-color-scheme") == expected
        result = Axe().run(page, options=OPTIONS)
        found += [(width, row["id"], [node["html"][:160] for node in row["nodes"][:3]]) for row in result.response["violations"]]
        context.close()
    assert found == []


@pytest.mark.parametrize("code", CODES)
def test_open_search_passes_axe(code: str, browser: Browser, address: str, known_languages: dict[str, Language]) -> None:
    """With results, and with none, the open search box passes the same rules on phone and desk."""
    found = []
    for width in (390, 1440):
        context = browser.new_context(viewport={"width": width, "height": 900})
        page = context.new_page()
        for query, shown in (("Vinh", ".site-hit"), ("zzxxqq", ".site-hit__label")):
            page.goto(address + known_languages[code].prefix + f"?q={query}")
            page.locator(shown).first.wait_for()
            page.wait_for_timeout(500)  # the theme moves its icons in; axe would measure them on the way
            result = Axe().run(page, options=OPTIONS)
            found += [(width, query, row["id"], [node["html"][:160] for node in row["nodes"][:3]]) for row in result.response["violations"]]
        context.close()
    assert found == []
