"""Chromium under the policy of `hosting/`: nothing of the site is blocked, anything else is."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from page_list import NAMES
from sitekit import languages
from sitekit.hosting import inline, nginx, policy
from sitekit.pages import address
from sitekit.publishing import release
from web_servers import Server
from web_servers import nginx as run_nginx

#: Pages drawn by chance for each language, beside the home page.
DRAWN = 2
WATCH = "window.blocked = []; addEventListener('securitypolicyviolation', (e) => blocked.push(`${e.violatedDirective} ${e.blockedURI}`));"


@pytest.fixture(scope="module")
def server(root: Path, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The site behind nginx, with one page more that runs what nobody allowed."""
    folder = tmp_path_factory.mktemp("policy")
    for file in site.rglob("*"):
        if file.is_file():
            target = folder / "current" / file.relative_to(site)
            target.parent.mkdir(parents=True, exist_ok=True)
            release.place(file, target)
    (folder / "current/evil").mkdir()
    evil = "<!doctype html><meta charset=utf-8><p id=p onclick='ran=1' style='color:red'>x</p><script>ran = 1</script><img src=https://x.invalid/y>"
    (folder / "current/evil/index.html").write_text(evil, "utf-8")
    text = nginx.write(policy.load(root), inline.site(site), {}, languages.load(root).values())
    with run_nginx(text, folder, tmp_path_factory.mktemp("policy-server") / "work") as running:
        yield running


@pytest.fixture
def watched(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page, and what its browser complains of."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, bypass_csp=False)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.add_init_script(WATCH)
    yield page, said
    context.close()


@pytest.mark.parametrize("code", list(languages.load(Path(__file__).resolve().parents[2])))
def test_nothing_of_the_site_is_blocked(server: Server, watched: tuple[Page, list[str]], code: str, root: Path) -> None:
    """Pages of every language load, run and are styled under the policy without one complaint; search with its worker finds."""
    page, said = watched
    language = languages.load(root)[code]
    for name in ["index", *random.Random(f"policy {code}").sample(NAMES, DRAWN)]:
        page.goto(server.address + address(name, language), wait_until="load")
        assert page.evaluate("blocked") == [], name
        # one of the inline scripts gives the page its colours
        assert page.evaluate("document.body.dataset.mdColorScheme") == "default"
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill("Vinh" if code in {"en", "vi"} else {"lo": "ວິງ", "zh": "荣市"}[code])
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert page.evaluate("blocked") == []
    assert said == []


def test_what_is_not_allowed_does_not_run(server: Server, watched: tuple[Page, list[str]]) -> None:
    """The same policy stops an inline script, a handler, a style attribute and a picture of another host: the test above can fail."""
    page, _ = watched
    page.goto(server.address + "evil/", wait_until="load")
    page.locator("#p").click()
    assert page.evaluate("typeof ran") == "undefined"
    blocked = page.evaluate("blocked")
    assert {row.split()[0] for row in blocked} == {"script-src-elem", "script-src-attr", "style-src-attr", "img-src"}
