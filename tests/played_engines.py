"""A server on this machine that plays IndexNow and Baidu's push interface as their documentation words them."""

from __future__ import annotations

import http.server
import json
import threading
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

KEY, TOKEN, HOST = "abcdef0123456789", "tokentoken", "promote.example.org"


@dataclass
class Engines:
    """What was asked and what is to be answered. `answers` are used up one by one; then everything is well.

    An answer is (status, headers, text); status 0 hangs up without a word, -1 says nothing for longer than anybody waits.
    """

    address: str = ""
    asked: list[tuple[str, list[str]]] = field(default_factory=list)
    answers: list[tuple[int, dict[str, str], str]] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)

    @property
    def environment(self) -> dict[str, str]:
        """Variables under which the notifier tells this server."""
        return {"SITE_URL": f"https://{HOST}/", "INDEXNOW_KEY": KEY, "BAIDU_PUSH_TOKEN": TOKEN,
                "INDEXNOW_ENDPOINT": f"{self.address}/indexnow", "BAIDU_PUSH_ENDPOINT": f"{self.address}/urls"}  # fmt: skip

    def told(self, service: str) -> list[list[str]]:
        """The addresses of each request to `service`."""
        return [urls for name, urls in self.asked if name == service]


class Handler(http.server.BaseHTTPRequestHandler):
    """One of the two, by the path that is asked."""

    engines: Engines

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is the base class's)
        """Say nothing."""

    def do_POST(self) -> None:
        """Answer one request."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        path = urlsplit(self.path)
        status, headers, text = self._indexnow(body) if path.path == "/indexnow" else self._baidu(path.query, body)
        if self.engines.answers:
            status, headers, text = self.engines.answers.pop(0)
        if status == -1:
            self.engines.released.wait(20)
        if status <= 0:
            self.close_connection = True
            return
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(text.encode()))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(text.encode())

    def _indexnow(self, body: bytes) -> tuple[int, dict[str, str], str]:
        """200; 400 for another form; 403 for another key; 422 for addresses of another host or a key that stands elsewhere."""
        if self.headers["Content-Type"] != "application/json; charset=utf-8":
            return 400, {}, "Invalid request"
        message: dict[str, Any] = json.loads(body)
        urls = message["urlList"]
        self.engines.asked.append(("IndexNow", urls))
        if message["key"] != KEY:
            return 403, {}, "Invalid key"
        good = message["host"] == HOST and message["keyLocation"] == f"https://{HOST}/{KEY}.txt" and len(urls) <= 10_000
        return (200, {}, "") if good and all(urlsplit(url).netloc == HOST for url in urls) else (422, {}, "Invalid url")

    def _baidu(self, query: str, body: bytes) -> tuple[int, dict[str, str], str]:
        """How many were taken; 401 for another token; 400 for another site, no address or too many."""
        asked = parse_qs(query)
        urls = body.decode().split("\n")
        self.engines.asked.append(("Baidu", urls))
        if self.headers["Content-Type"] != "text/plain" or asked["token"] != [TOKEN]:
            return 401, {}, json.dumps({"error": 401, "message": "token is not valid"})
        if asked["site"] != [f"https://{HOST}"] or not body or len(urls) > 2000:
            return 400, {}, json.dumps({"error": 400, "message": "site error"})
        return 200, {}, json.dumps({"remain": 99_998, "success": len(urls), "not_same_site": [], "not_valid": []})
