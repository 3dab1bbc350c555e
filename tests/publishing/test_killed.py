"""Publishing killed at any instant while visitors read: each gets one whole release, and the next run puts all right."""

from __future__ import annotations

import hashlib
import random
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sitekit import languages
from sitekit.hosting import inline, nginx, policy
from sitekit.publishing import release
from sitekit.publishing.target import number
from web_servers import Server
from web_servers import nginx as run_nginx

PICTURE = re.compile(rb"src=/(\S+?)>")
#: Kills in every run of the tests, and in the long one.
FEW, MANY = 6, 50


@pytest.fixture
def served(root: Path, tmp_path: Path) -> Iterator[tuple[Server, Path]]:
    """Nginx as `hosting/` has it, and the folder it serves."""
    target = tmp_path / "srv"
    target.mkdir()
    text = nginx.write(policy.load(root), inline.Digests(), {}, languages.load(root).values())
    with run_nginx(text, target, tmp_path / "nginx") as server:
        yield server, target


class Reader(threading.Thread):
    """A visitor who goes from page to page until told to stop; notes everything that is of no release."""

    def __init__(self, server: Server, known: dict[str, dict[str, str]], seed: int, target: Path) -> None:
        super().__init__(daemon=True)
        self.server, self.known, self.chance, self.target = server, known, random.Random(seed), target
        self.wrong: list[str] = []
        self.read = 0
        self.stop = threading.Event()

    def run(self) -> None:
        """Read pages, each with its pictures."""
        while not self.stop.is_set():
            self.page(f"page{self.chance.randrange(60)}/")

    def page(self, path: str) -> None:
        """One page: its bytes are those of one release, and all it names is there and of that same release."""
        began = self._release("current")
        answer = self.server.get("/" + path)
        digest = hashlib.sha256(answer.body).hexdigest()
        of = [edition for edition, files in self.known.items() if files[path + "index.html"] == digest]
        if answer.status != 200 or not of:
            self.wrong.append(f"{path} {answer.status} {answer.body[:60]!r}")
            return
        for name in PICTURE.findall(answer.body):
            picture = self.server.get("/" + name.decode())
            right = picture.status == 200 and self.known[of[0]].get(name.decode()) == hashlib.sha256(picture.body).hexdigest()
            if not right and not self._long_ago(began):
                self.wrong.append(f"{path} {of[0]} {name.decode()} {picture.status}")
        self.read += 1

    def _release(self, link: str) -> str:
        return (self.target / link).readlink().name if (self.target / link).is_symlink() else ""

    def _long_ago(self, began: str) -> bool:
        """Whether since release `began` one came and the next was at least begun: files stay within reach for one change."""
        now, before = self._release("current"), self._release("previous")
        return number(now) - number(began) >= 2 or (now != began and before == now)


def _whole(site: Path, target: Path, cache: Path) -> None:
    """Publish and let it end."""
    process = _start(site, target, cache)
    process.communicate()
    assert process.returncode == 0


def _start(site: Path, target: Path, cache: Path) -> subprocess.Popen[str]:
    command = [sys.executable, str(Path(__file__).with_name("deliver_once.py")), str(site), str(target), str(cache)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("kills", [FEW, pytest.param(MANY, marks=pytest.mark.long)])
def test_killed_at_random_moments(kills: int, served: tuple[Server, Path], editions: Callable[[str], Path], tmp_path: Path) -> None:
    """Whatever the moment of a kill, a visitor never sees a page, picture or mixture that is of no one release.

    What is then shown is exactly one release by its list, and the next run, not killed, shows the new one and leaves no rests.
    """
    server, target = served
    cache = tmp_path / "cache"
    cache.mkdir()
    sites = {edition: editions(edition) for edition in ("a", "b")}
    known = {edition: {row["path"]: row["sha256"] for row in release.listed(site, "")["files"]} for edition, site in sites.items()}
    began = time.monotonic()
    _whole(sites["a"], target, cache)
    span = time.monotonic() - began
    reader, chance = Reader(server, known, kills, target), random.Random(kills)
    reader.start()
    shown, died = "a", 0
    for _ in range(kills):
        other = "b" if shown == "a" else "a"
        process = _start(sites[other], target, cache)
        assert process.stdout
        if chance.random() < 0.8:  # most of what can go wrong is after this line
            while process.stdout.readline().strip() not in {"delivering", ""}:
                pass
        try:
            process.wait(timeout=chance.random() ** 2 * span)
        except subprocess.TimeoutExpired:
            process.kill()
            died += 1
        process.communicate()
        assert release.verify(target / "current") == []
        if (target / "current/index.html").read_bytes() == (sites[other] / "index.html").read_bytes():
            shown = other
    other = "b" if shown == "a" else "a"
    _whole(sites[other], target, cache)
    reader.stop.set()
    reader.join()
    assert reader.wrong == []
    assert died > 0
    assert reader.read > kills
    assert (target / "current/index.html").read_bytes() == (sites[other] / "index.html").read_bytes()
    names = [path.name for path in (target / "releases").iterdir()]
    assert len(names) <= 3
    assert all(number(name) and release.verify(target / "releases" / name) == [] for name in names)


def test_a_mixture_would_be_seen(served: tuple[Server, Path], editions: Callable[[str], Path], tmp_path: Path) -> None:
    """A publication that copies file by file into the folder that is shown is caught by the same reader: the test above can fail."""
    server, target = served
    known = {edition: {row["path"]: row["sha256"] for row in release.listed(editions(edition), "")["files"]} for edition in ("a", "b")}
    release.stage(editions("a"), target / "current", "", [], tmp_path / "cache")
    (target / "current/page1/index.html").unlink()
    release.place(editions("b") / "page1/index.html", target / "current/page1/index.html")
    reader = Reader(server, known, 1, target)
    reader.page("page1/")
    assert len(reader.wrong) == 1
