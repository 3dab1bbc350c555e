"""Pictures in a visitor's browser: sharp but not larger, light, still, and there whatever the browser can show."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Response

from page_list import EVERY_PAGE, with_block
from sitekit.languages import Language
from sitekit.pages import address as page_address
from sitekit.picture_sizes import share
from until import until

#: Pages whose blocks show pictures.
LISTED = [*with_block("news"), *with_block("pictures")]
#: Bytes of pictures on a phone before anything is scrolled, and on the whole page.
ABOVE_THE_FOLD, WHOLE_PAGE = 150_000, 400_000
#: Scroll to the end in steps, wait until every picture has come, and go back.
SEE_ALL = """async () => {
  for (let y = 0; y <= document.body.scrollHeight; y += 400) { scrollTo(0, y); await new Promise(r => setTimeout(r, 30)); }
  const shown = [...document.images].filter(i => i.getClientRects().length && !i.complete);
  await Promise.all(shown.map(i => new Promise(r => { i.onload = i.onerror = r; })));
  scrollTo(0, 0);
}"""
#: For each picture: the width it needs (CSS px) to fill its box, what was chosen and what could have been.
CHOSEN = """() => [...document.querySelectorAll('picture > img')].map(image => {
  const name = url => decodeURIComponent(url).split('/').pop();
  const lists = [...image.parentElement.querySelectorAll('source, img')].map(e => e.srcset.split(', ')
    .map(c => c.split(' ')).map(([url, w]) => [name(url), parseInt(w)]));
  const chosen = name(image.currentSrc);
  const list = lists.find(l => l.some(([url]) => url === chosen));
  const ratio = image.naturalWidth / image.naturalHeight;
  return {chosen, list, box: Math.max(image.clientWidth, image.clientHeight * ratio), lazy: image.loading === 'lazy'};
})"""
#: The width that each `sizes` promises to browsers without `auto`, beside the width that the layout gives.
PROMISED = """async () => {
  const images = [...document.querySelectorAll('picture > img[loading=lazy]')];
  for (const image of images) {
    image.loading = 'eager';
    for (const e of image.parentElement.querySelectorAll('source, img')) e.sizes = e.sizes.replace('auto,', '');
  }
  await new Promise(r => setTimeout(r, 300));
  await Promise.all(images.map(i => i.decode()));
  return images.map(i => [i.naturalWidth, i.clientWidth, i.sizes]);
}"""
#: The width that `sizes` of the hero asks for, the width that would fill its box, the width of the file, and its name.
HERO = """() => {
  const image = document.querySelector('.site-hero img');
  const ratio = image.naturalWidth / image.naturalHeight;
  return [image.naturalWidth, Math.max(image.clientWidth, image.clientHeight * ratio), image.currentSrc];
}"""
#: Phones (width and height in CSS pixels, density): Lighthouse's own, then common ones.
PHONES = [(412, 823, 1.75), (360, 800, 2), (414, 896, 2), (448, 998, 2.25), (412, 915, 2.625), (360, 800, 3), (390, 844, 3),
          (440, 956, 3), (412, 915, 3.5), (360, 800, 4)]  # fmt: skip
SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; }).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 200);
})"""


@pytest.mark.parametrize("density", [1, 2, 3])
@pytest.mark.parametrize("width", [360, 390, 768, 1440])
def test_the_chosen_file_is_sharp_and_no_larger(width: int, density: int, browser: Browser, address: str) -> None:
    """At every width and density the file is the smallest that is sharp enough; nothing moves while pictures come.

    The upright hero, under words and a shade, is sharp enough with its share of the screen's pixels.
    """
    context = browser.new_context(viewport={"width": width, "height": 844 if width < 1000 else 900}, device_scale_factor=density)
    page = context.new_page()
    page.route("**/*.woff2", lambda route: route.abort())  # a late font may move a line; here only pictures may
    for path in ("", "visit/cua-lo/", "lo/invest/"):
        page.goto(address + path)
        page.evaluate(SEE_ALL)
        assert page.evaluate(SHIFT) == 0
        found = page.evaluate(CHOSEN)
        assert len(found) >= 3
        for picture in found:
            _judge(picture, density * share(density) if "-tall-" in picture["chosen"] else density)
    context.close()


def _judge(picture: dict[str, Any], density: float) -> None:
    """A browser may take the next smaller file while the wanted width is nearer to it than to the next larger."""
    widths = sorted(width for _, width in picture["list"])
    chosen = dict(picture["list"])[picture["chosen"]]
    needed = picture["box"] * density
    smaller = [width for width in widths if width < chosen]
    larger = [width for width in widths if width > chosen]
    assert not smaller or smaller[-1] < needed * 1.02, (picture, "larger than needed")
    assert chosen >= needed * 0.98 or not larger or (chosen * larger[0]) ** 0.5 >= needed * 0.98, (picture, "not sharp")


@pytest.mark.parametrize(("width", "height", "density"), PHONES)
def test_a_phone_asks_for_some_pixels_of_the_hero(width: int, height: int, density: float, browser: Browser, address: str) -> None:
    """On every kind of page it asks for the agreed share of its pixels and takes the file of 540: enough under a shade."""
    context = browser.new_context(viewport={"width": width, "height": height}, device_scale_factor=density)
    page = context.new_page()
    for path in ("", "culture/", "visit/cua-lo/", "visit/getting-here/"):
        page.goto(address + path)
        asked, box, chosen = page.evaluate(HERO)
        assert asked == pytest.approx(width * share(density), abs=1), path
        assert asked * density / box < 1.65, path
        assert "-tall-540." in chosen, path
        assert 1 < 540 / box < 1.55, path
    context.close()


@pytest.mark.parametrize(("width", "height", "density"), [(390, 844, 1), (600, 960, 1), (820, 1180, 2), (1024, 1366, 2), (1440, 900, 2)])
def test_other_windows_ask_for_what_the_hero_fills(width: int, height: int, density: int, browser: Browser, address: str) -> None:
    """With one pixel per CSS pixel and on a desk nothing is saved; a tablet takes the largest upright file."""
    context = browser.new_context(viewport={"width": width, "height": height}, device_scale_factor=density)
    page = context.new_page()
    for path in ("visit/cua-lo/", "visit/getting-here/"):
        page.goto(address + path)
        asked, box, chosen = page.evaluate(HERO)
        upright = width / height <= 4 / 5
        assert asked == pytest.approx(box * (share(density) if upright else 1), rel=0.02, abs=1), path
        assert ("-tall-540." in chosen) == (upright and width <= 540), path
    context.close()


@pytest.mark.parametrize("width", [320, 390, 500, 600, 768, 1000, 1220, 1440, 1700, 2100])
def test_sizes_tell_the_truth(width: int, browser: Browser, address: str) -> None:
    """Browsers that do not know `sizes=auto` are told the width that the layout really has, to a few per cent."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    for path in ("", "culture/", "visit/cua-lo/", "visit/getting-here/", *(f"{name}/".replace("index/", "") for name in LISTED)):
        page.goto(address + path)
        for promised, real, sizes in page.evaluate(PROMISED):
            assert real * 0.98 <= promised <= real * 1.06 + 2, (path, sizes)
    context.close()


@pytest.mark.parametrize(("name", "code"), EVERY_PAGE)
def test_pictures_of_a_page_are_light(name: str, code: str, browser: Browser, address: str, known_languages: dict[str, Language]) -> None:
    """On a phone with two pixels per pixel no page loads more pictures than its budget, neither at once nor in all."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2)
    page = context.new_page()
    weights: dict[str, int] = {}

    def weigh(response: Response) -> None:
        if "/assets/pictures/" in response.url:
            weights[response.url] = int(response.headers.get("content-length", "0"))

    page.on("response", weigh)
    page.goto(address + page_address(name, known_languages[code]), wait_until="networkidle")
    assert 0 < sum(weights.values()) < ABOVE_THE_FOLD
    page.evaluate(SEE_ALL)
    context.close()
    assert sum(weights.values()) < WHOLE_PAGE
    assert all(weights.values())


def test_the_first_picture_is_asked_for_before_any_script(browser: Browser, address: str) -> None:
    """The largest picture is requested, once, before the first script file; upright phones and desks get their own cut."""
    for width, cut in ((390, "-tall-"), (1440, "-hero-")):
        context = browser.new_context(viewport={"width": width, "height": 844})
        page = context.new_page()
        asked = _asked(page, address + "visit/cua-lo/")
        heroes = [number for number, url in enumerate(asked) if cut in url]
        scripts = [number for number, url in enumerate(asked) if url.endswith(".js")]
        assert len(heroes) == 1
        assert heroes[0] < scripts[0]
        assert not any(other in url for url in asked for other in {"-tall-", "-hero-"} - {cut})
        context.close()


def _asked(page: Page, url: str) -> list[str]:
    """The addresses that a visit of `url` requests, in order."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(url, wait_until="networkidle")
    return asked


def test_without_modern_formats_everything_is_shown(browser: Browser, address: str) -> None:
    """A browser that knows neither AVIF nor WebP shows every picture as JPEG."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2)
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setDisabledImageTypes", {"imageTypes": ["avif", "webp"]})
    for path in ("", "visit/cua-lo/"):
        page.goto(address + path)
        page.evaluate(SEE_ALL)
        shown = page.evaluate("[...document.querySelectorAll('picture > img')].map(i => [i.currentSrc, i.naturalWidth])")
        assert shown
        assert all(url.endswith(".jpg") and width > 0 for url, width in shown)
    context.close()


def test_a_picture_opens_large_with_the_keyboard(desk: Page, address: str) -> None:
    """Enter on a picture opens it large, named by its caption; Escape closes it and the focus is back where it was."""
    desk.goto(address + "visit/cua-lo/")
    link = desk.locator(".site-figure-block .site-enlarge")
    link.focus()
    desk.keyboard.press("Enter")
    dialog = desk.locator("dialog.site-large")
    dialog.wait_for()
    until(desk, "document.querySelector('dialog img').naturalWidth > 0")
    box = dialog.locator("img").bounding_box()
    assert box
    assert box["width"] > link.bounding_box()["width"] * 1.2  # type: ignore[index]
    assert box["height"] <= 900
    credit = desk.locator(".site-figure-block figcaption").first
    assert credit.inner_text().startswith(dialog.get_attribute("aria-label") or "-")
    desk.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    assert desk.evaluate("document.activeElement.matches('.site-figure-block .site-enlarge')")
    note = desk.locator(".site-sources .site-enlarge")
    note.click()
    assert dialog.get_attribute("aria-label") == note.inner_text()
    assert desk.evaluate("document.querySelector('dialog img').currentSrc").endswith(".avif")
    dialog.get_by_role("button").click()
    dialog.wait_for(state="detached")


def test_without_a_script_the_link_leads_to_the_largest_file(browser: Browser, address: str) -> None:
    """Without JavaScript the picture's link opens its largest JPEG, which search engines find the same way."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "visit/cua-lo/")
    page.locator(".site-figure-block .site-enlarge").first.click()
    page.wait_for_url("**/assets/pictures/*-2000.*.jpg")
    context.close()
