"""Real web servers of the system on a free port of 127.0.0.1, told what `hosting/` says."""

from __future__ import annotations

import contextlib
import http.client
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
CADDY = shutil.which("caddy")
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")


@dataclass
class Answer:
    """What a server answered; names of headers in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Server:
    """A running server at 127.0.0.1:`port`. `brotli`: whether it can serve `.br` files."""

    port: int
    brotli: bool = True

    @property
    def address(self) -> str:
        """The address of its root."""
        return f"http://127.0.0.1:{self.port}/"

    def get(self, path: str, **headers: str) -> Answer:
        """The answer for `path` as it comes: nothing followed, nothing decompressed."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        with contextlib.closing(connection):
            connection.request("GET", path, headers={key.replace("_", "-"): value for key, value in headers.items()})
            answer = connection.getresponse()
            return Answer(answer.status, {key.lower(): value for key, value in answer.getheaders()}, answer.read())


MAIN = """
{brotli}
{user}
daemon off;
worker_processes 1;
pid {work}/pid;
error_log {work}/error.log;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi;
    scgi_temp_path {work}/scgi;
    include {work}/site.conf;
}}
"""


@contextlib.contextmanager
def nginx(text: str, folder: Path, work: Path) -> Iterator[Server]:
    """Nginx with `hosting/nginx.conf`'s `text`; `folder` holds `current`; what it writes goes to the new folder `work`."""
    if not NGINX:
        pytest.skip("nginx is not installed: apt-get install nginx-light libnginx-mod-http-brotli-static")
    work.mkdir()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        lines = [line for line in text.splitlines() if not line.strip().startswith("ssl_") and (BROTLI.exists() or "brotli" not in line)]
        own = "\n".join(lines).replace("listen 443 ssl http2;", f"listen 127.0.0.1:{port};").replace("/srv/nghe-an", str(folder))
        before, _, after = own.partition("server {\n    listen 80;")  # the one that sends plain requests to https
        (work / "site.conf").write_text(before + after.partition("\n}\n")[2], "utf-8")
        module = f"load_module {BROTLI};" if BROTLI.exists() else ""
        user = "user root;" if os.geteuid() == 0 else ""
        (work / "nginx.conf").write_text(MAIN.format(work=work, brotli=module, user=user), "utf-8")
        # it is given the open socket as if it replaced a running nginx: requests wait there until it is ready
        process = subprocess.Popen([NGINX, "-c", work / "nginx.conf", "-p", work], pass_fds=[listening.fileno()],
                                   env={**os.environ, "NGINX": f"{listening.fileno()};"}, stderr=subprocess.PIPE)  # fmt: skip
        with _until_end(process):
            yield Server(port, BROTLI.exists())


@contextlib.contextmanager
def caddy(text: str, folder: Path, work: Path) -> Iterator[Server]:
    """Caddy with `hosting/Caddyfile`'s `text`."""
    if not CADDY:
        pytest.skip("caddy is not installed: apt-get install caddy")
    work.mkdir()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    own = text.replace("nghean.example {", f"http://127.0.0.1:{port} {{").replace("/srv/nghe-an", str(folder))
    (work / "Caddyfile").write_text("{\n\tadmin off\n\tauto_https off\n}\n" + own, "utf-8")
    process = subprocess.Popen([CADDY, "run", "--config", work / "Caddyfile", "--adapter", "caddyfile"], stderr=subprocess.PIPE,
                               env={**os.environ, "HOME": str(work), "XDG_DATA_HOME": str(work), "XDG_CONFIG_HOME": str(work)})  # fmt: skip
    with _until_end(process):
        assert process.stderr
        said = []
        for line in process.stderr:
            said.append(line)
            if b"serving initial configuration" in line:
                break
        else:
            raise AssertionError(b"".join(said).decode())
        yield Server(port)


@contextlib.contextmanager
def _until_end(process: subprocess.Popen[bytes]) -> Iterator[None]:
    try:
        yield
        assert process.poll() is None, process.communicate()[1].decode()
    finally:
        process.terminate()
        process.communicate()


SERVERS = {"nginx": nginx, "caddy": caddy}
