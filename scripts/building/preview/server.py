"""Answers the browser: pages made at that moment, files from where they lie, and word of every change."""

from __future__ import annotations

import contextlib
import html
import http.server
import mimetypes
import re
import threading
import traceback
from pathlib import Path
from urllib.parse import unquote, urlsplit

from mkdocs.exceptions import MkDocsException

from building.preview.behind import Behind
from building.preview.project import Project
from sitekit.problems import ContentError

EVENTS = "/_preview/changes"
#: Seconds after which a browser that hears of no change is told that the line still stands.
STILL = 20.0
SCRIPT = """<script>{{const changes = new EventSource("{events}");
changes.onmessage = (message) => {{ if (message.data !== "{version}") location.reload(); }};
addEventListener("pagehide", () => changes.close());}}</script>"""
POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
#: Answers with something that the browser may not keep.
FRESH = ("Cache-Control", "no-store")


class Server(http.server.ThreadingHTTPServer):
    """Serves `project` on 127.0.0.1; what it has not comes from the complete build `behind`."""

    daemon_threads = True

    def __init__(self, port: int, project: Project, behind: Behind) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.project, self.behind = project, behind
        self.changed = threading.Condition()

    def tell(self) -> None:
        """Something changed: every browser hears of it."""
        with self.changed:
            self.changed.notify_all()


class _Handler(http.server.BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is the base class's)
        """Say nothing of requests: the terminal is for messages to editors."""

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if path == EVENTS:
            self._changes()
            return
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # the browser went on
            self._answer(path.lstrip("/"))

    def _answer(self, path: str) -> None:
        project = self.server.project
        address = path.removesuffix("index.html")
        page = not address or address.endswith("/")
        if page and project.trouble:
            self._send(500, _told(project.trouble), project.version)
            return
        try:
            made = project.page(address) if page else None
        except (ContentError, MkDocsException) as error:
            self._send(500, _told(str(error)), project.version)
            return
        except Exception:  # a fault of ours is shown too, and the preview goes on
            self._send(500, _told(traceback.format_exc()), project.version)
            return
        if made is not None:
            self._send(200, made, project.version)
            return
        text = project.text(path)
        if text is not None:
            self._send(200, text.encode(), kind=mimetypes.guess_type(path)[0] or "application/octet-stream")
            return
        behind = self.server.behind.site
        places = [*project.files(path), *([behind / path] if behind else [])]
        for place in places:
            if ".." not in Path(path).parts and place.is_file():
                self._send(200, place.read_bytes(), kind=mimetypes.guess_type(place.name)[0] or "application/octet-stream")
                return
        lost = behind / "404.html" if behind else Path()
        self._send(404, lost.read_bytes() if lost.is_file() else _told(f"404 /{path}"), project.version)

    def _send(self, code: int, body: bytes, version: str = "", kind: str = "text/html; charset=utf-8") -> None:
        if version:
            # the site's own policy would refuse the script that reloads the page
            body = POLICY.sub(b"", body, count=1)
            script = SCRIPT.format(events=EVENTS, version=version).encode()
            body = body.replace(b"</body>", script + b"</body>", 1) if b"</body>" in body else body + script
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header(*FRESH)
        self.end_headers()
        self.wfile.write(body)

    def _changes(self) -> None:
        """Tell the version now and after each change, as a stream of events, until the browser goes."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header(*FRESH)
        self.end_headers()
        self.close_connection = True
        told = ""
        try:
            while True:
                with self.server.changed:
                    if self.server.project.version == told:
                        self.server.changed.wait(STILL)
                    told = self.server.project.version
                self.wfile.write(f"data: {told}\n\n".encode())
                self.wfile.flush()
        except OSError:
            return


def _told(text: str) -> bytes:
    """A page that shows a message to editors."""
    return f'<!doctype html><html><meta charset="utf-8"><title>!</title><body><pre>{html.escape(text)}</pre></body></html>'.encode()
