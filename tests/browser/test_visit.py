"""What a first visit moves, counted by the host while Chromium opens the page; and what the second page still asks for."""

from __future__ import annotations

import functools
import gzip
import http.server
import random
import threading
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from page_list import CODES, NAMES, sample
from sitekit.audit.built import Built
from sitekit.languages import Language
from sitekit.pages import address as page_address
from sitekit.weights import limits, visit

#: Kinds of files that a host packs, and those that are pictures.
PACKED = {".html", ".css", ".js", ".svg", ".json", ".webmanifest"}
PICTURES = ("assets/pictures/", "assets/maps/", "assets/patterns/")
#: Home, and some pages of the sample of each language; all pages in the long run.
SOME = {code: {"index", *random.Random(f"visit {code}").sample(sample(code), 4)} for code in CODES}
VISITS = [pytest.param(name, code, marks=[] if name in SOME[code] else [pytest.mark.long]) for code in CODES for name in NAMES]
#: What a browser says of its line, for pages that look before they fetch ahead.
LINE = "Object.defineProperty(navigator, 'connection', {{ value: {{ saveData: {saving}, type: '{kind}', effectiveType: '{speed}' }} }})"


class _Counting(http.server.SimpleHTTPRequestHandler):
    """A host as it should be: packs texts, lets browsers keep what is named by its content. Notes what it sends: (path, bytes)."""

    sent: list[tuple[str, int]]

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is the base class's)
        """Say nothing."""

    def do_GET(self) -> None:
        """Send a file, packed if that helps."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return self.send_error(HTTPStatus.NOT_FOUND)
        data = path.read_bytes()
        data = gzip.compress(data, 9) if path.suffix in PACKED else data
        self.sent.append((path.relative_to(self.directory).as_posix(), len(data)))
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-cache" if path.suffix == ".html" else "max-age=31536000")
        if path.suffix in PACKED:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(data)
        return None


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """Address of the counting host, and what it has sent."""
    sent: list[tuple[str, int]] = []
    handler = type("Handler", (_Counting,), {"sent": sent})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/", sent
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def built_pages(site: Path) -> Built:
    """The site as the audit reads it."""
    return Built(site)


@pytest.mark.parametrize(("name", "code"), VISITS)
def test_first_and_second_page(name: str, code: str, browser: Browser, host: tuple[str, list[tuple[str, int]]], built_pages: Built,
                               known_languages: dict[str, Language]) -> None:  # fmt: skip
    """On a phone the page stays in its budget, the audit has foreseen every file, and the next page is HTML and pictures only."""
    address, sent = host
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    sent.clear()
    here = page_address(name, known_languages[code])
    page.goto(address + here, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    moved = [(path, size) for path, size in sent if not path.startswith(PICTURES)]
    page_of_audit = built_pages.pages[built_pages.base + here]
    foreseen = visit.of(built_pages, page_of_audit)
    own = limits.exception(here.removeprefix(known_languages[code].prefix).strip("/") or "index")
    lang = known_languages[code].tag
    assert sum(size for _, size in moved) <= min(limits.most("total", lang, own), foreseen.total + 200)
    assert len(moved) == len({path for path, _ in moved}) <= min(limits.most("requests", lang, own), foreseen.requests)
    assert sum(size for path, size in moved if path.endswith(".html")) <= limits.most("html", lang, own)
    sent.clear()
    other = page_address("visit/kim-lien" if name != "visit/kim-lien" else "visit/cua-lo", known_languages[code])
    page.goto(address + other, wait_until="networkidle")
    # a letter that no page before had may bring its face: that is asked for once in a visit, whatever page comes first
    more = {path for path, _ in sent if not path.startswith((*PICTURES, "assets/fonts/"))}
    assert more == {f"{other}index.html"}
    context.close()


#: Save data, kind of line, its speed, and whether anything is fetched ahead.
LINES = [("false", "wifi", "4g", True), ("true", "wifi", "4g", False), ("false", "cellular", "4g", False), ("false", "wifi", "3g", False)]


@pytest.mark.parametrize(("saving", "kind", "speed", "ahead"), LINES)
def test_nothing_is_fetched_ahead_on_a_dear_line(
    saving: str, kind: str, speed: str, ahead: bool, browser: Browser, host: tuple[str, list[tuple[str, int]]]
) -> None:
    """A page that is about to be opened is fetched ahead on a good line, and never where data is saved, metered or slow."""
    address, sent = host
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.add_init_script(LINE.format(saving=saving, kind=kind, speed=speed))
    page.goto(address, wait_until="networkidle")
    assert page.locator("script[type=speculationrules]").count() == int(ahead)
    sent.clear()
    page.locator(".site-sections a").nth(1).hover()
    if ahead:
        page.wait_for_function("true")
        for _ in range(200):
            if sent:
                break
            page.wait_for_timeout(100)
        assert [path for path, _ in sent] == ["culture/index.html"], "the HTML and nothing else"
    else:
        page.wait_for_timeout(500)
        assert sent == []
    context.close()


@pytest.mark.parametrize("code", CODES)
def test_nothing_holds_up_the_first_paint(code: str, browser: Browser, host: tuple[str, list[tuple[str, int]]],
                                          known_languages: dict[str, Language]) -> None:  # fmt: skip
    """One sheet is all that blocks: the browser calls no script blocking, and the hero is asked for before the script."""
    address, _ = host
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(address + known_languages[code].prefix, wait_until="networkidle")
    rows = page.evaluate("performance.getEntriesByType('resource').map(e => [e.name, e.renderBlockingStatus, e.startTime])")
    blocking = [url for url, status, _ in rows if status == "blocking"]
    assert [url.rpartition(".")[2] for url in blocking] == ["css"]
    started = {url.removeprefix(address): start for url, _, start in rows}
    hero = min(start for url, start in started.items() if "-tall-" in url)
    script = min(start for url, start in started.items() if url.endswith(".js"))
    assert hero <= script
    context.close()
