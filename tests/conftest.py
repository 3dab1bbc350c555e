"""What tests share: the project, its site built once, and a browser that looks at it."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from built_once import built_once
from sitekit import languages
from sitekit.languages import Language
from sitekit.pages import Pages

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def known_languages() -> dict[str, Language]:
    """The languages of the site."""
    return languages.load(ROOT)


@pytest.fixture(scope="session")
def pages(known_languages: dict[str, Language]) -> Pages:
    """The pages of the site as written."""
    return Pages(ROOT, known_languages)


def run_build(folder: Path, target: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Plain `mkdocs build --strict` of the project in `folder` into `target`, with no wrapper."""
    clean = {key: value for key, value in os.environ.items() if key != "SITE_URL"}
    return subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)], cwd=folder,
                          capture_output=True, text=True, check=False, env={**clean, **environment})  # fmt: skip


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The site as a plain strict build writes it, and what that build printed."""

    def build(target: Path) -> str:
        result = run_build(ROOT, target, NO_MKDOCS_2_WARNING="1")
        assert result.returncode == 0, result.stderr
        return result.stdout + result.stderr

    own = tmp_path_factory.getbasetemp()
    # where several processes test, each has a folder of its own in that of the run
    whole_run = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    with built_once(whole_run / "built", build) as found:
        yield found


@pytest.fixture(scope="session")
def site(built: tuple[Path, str]) -> Path:
    """The folder of the built site."""
    return built[0]


#: What a build reads; with the picture cache, so that a copy need not draw every picture again.
PARTS = ("mkdocs.yml", "docs", "data", "overrides", "scripts", ".cache")


def copy_parts(target: Path) -> Path:
    """Copy the project, with nothing that git would not have but the picture cache, to `target`."""
    target.mkdir()
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif (ROOT / name).exists():
            shutil.copyfile(ROOT / name, target / name)
    return target


@pytest.fixture
def copy_project(tmp_path: Path, built: tuple[Path, str]) -> Callable[[], Path]:
    """Makes a copy of the project that a test may damage."""
    return lambda: copy_parts(tmp_path / "project")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the site as a static host does, with the site's own page for what is not there."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is the base class's)
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != http.HTTPStatus.NOT_FOUND:
            return super().send_error(code, message, explain)
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None


def serve(folder: Path) -> tuple[http.server.ThreadingHTTPServer, str]:
    """Serve `folder` on a free port of 127.0.0.1; the server and its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_address[1]}/"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Address of the built site on this machine."""
    server, url = serve(site)
    yield url
    server.shutdown()
    server.server_close()
