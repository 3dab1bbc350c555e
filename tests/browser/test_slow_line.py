"""A line so slow that the page comes in small pieces: nothing that was shown moves when the rest comes."""

from __future__ import annotations

import functools
import http.server
import threading
import time
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Browser

#: Bytes of a piece, and seconds between two: 40 kB/s, as on a phone with one bar of signal.
PIECE, PAUSE = 800, 0.02
SHIFTS = """() => new Promise(done => {
  const found = [];
  new PerformanceObserver(list => {
    for (const e of list.getEntries()) found.push([e.value, e.sources.map(s => s.node?.className ?? '')]);
  }).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(found), 200);
})"""


class _Dripping(http.server.SimpleHTTPRequestHandler):
    """Sends pages in pieces; everything else at once, so that only the order of the page's own parts is judged."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is the base class's)
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer; a page drips."""
        folder = Path(self.translate_path(self.path))
        if not folder.is_dir():
            return super().do_GET()
        data = (folder / "index.html").read_bytes()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        for start in range(0, len(data), PIECE):
            self.wfile.write(data[start : start + PIECE])
            self.wfile.flush()
            time.sleep(PAUSE)
        return None


@pytest.fixture(scope="module")
def slow_address(site: Path) -> Iterator[str]:
    """Address of the built site behind a slow line."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Dripping, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("width", [390, 768, 1440])
@pytest.mark.parametrize("path", ["", "lo/invest/", "vi/visit/cua-lo/", "zh/"])
def test_nothing_moves_while_the_page_comes(path: str, width: int, browser: Browser, slow_address: str) -> None:
    """Header, hero and key figures appear as a whole, however slowly they come."""
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    page.route("**/*.woff2", lambda route: route.abort())  # a late font may move a line; this is about the page's own parts
    page.goto(slow_address + path)
    assert page.evaluate(SHIFTS) == []
    context.close()
