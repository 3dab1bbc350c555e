"""Small sites of two kinds that differ everywhere, and places to publish them to."""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

#: Pages of a made-up site: enough files that a kill can fall between any two.
PAGES = 60


def make_site(folder: Path, edition: str, pages: int = PAGES) -> Path:
    """A site whose every page and picture says `edition`; each page names its own picture, whose name carries a digest.

    One picture is the same in every edition, as most are between two real releases.
    """
    (folder / "assets").mkdir(parents=True)
    (folder / "assets/same.0123456789.jpg").write_bytes(b"same" * 5000)
    for number in range(pages):
        picture = f"{edition} {number}\n".encode() * 400
        name = f"assets/p{number}.{hashlib.sha256(picture).hexdigest()[:10]}.jpg"
        (folder / name).write_bytes(picture)
        page = folder / f"page{number}" / "index.html"
        page.parent.mkdir()
        pictures = f"<img src=/{name}><img src=/assets/same.0123456789.jpg>"
        page.write_text(f"<!doctype html><title>{edition}</title>{pictures}" + "<p>text</p>" * 40)
    (folder / "index.html").write_text(f"<title>{edition}</title>" + "<p>home</p>" * 40)
    (folder / "404.html").write_text("<title>lost</title>")
    return folder


@pytest.fixture
def editions(tmp_path: Path) -> Callable[[str], Path]:
    """The made-up site of an edition."""
    def get(edition: str) -> Path:
        folder = tmp_path / f"site-{edition}"
        return folder if folder.exists() else make_site(folder, edition)

    return get


@pytest.fixture
def remote_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An rsync address whose other side is this machine: in place of ssh a program that runs the command it is given."""
    if not shutil.which("rsync"):
        pytest.skip("rsync is not installed: apt-get install rsync")
    shell = tmp_path / "shell.py"
    shell.write_text(f"#!{sys.executable}\nimport os, sys\nos.execvp(sys.argv[2], sys.argv[2:])\n")
    shell.chmod(0o755)
    monkeypatch.setenv("RSYNC_RSH", str(shell))
    return f"host:{tmp_path / 'far'}"
