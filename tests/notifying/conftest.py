"""The search engines of these tests: a server on this machine that plays them."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator

import pytest

from played_engines import Engines, Handler


@pytest.fixture
def engines() -> Iterator[Engines]:
    """The server, listening."""
    played = Engines()
    handler = type("Played", (Handler,), {"engines": played})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    played.address = f"http://127.0.0.1:{server.server_address[1]}"
    yield played
    played.released.set()
    server.shutdown()
    server.server_close()
