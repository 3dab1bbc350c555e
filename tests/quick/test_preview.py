"""The preview: what is saved is in the page that a browser gets after it was told of the change."""

from __future__ import annotations

import http.client
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quick.builds import environment
from sitekit import html_tree


class Window:
    """What a browser with a page open does: it listens for changes and asks for pages."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._line = http.client.HTTPConnection(address.split("/")[2])
        self._line.request("GET", "/_preview/changes")
        self._changes = self._line.getresponse()
        self.told = self.next()

    def next(self) -> str:
        """The version that the preview tells next."""
        while not (line := self._changes.fp.readline()).startswith(b"data: "):
            assert line, "the preview hung up"
        return line.decode().strip()

    def ask(self, path: str) -> tuple[int, str]:
        """Code and text of the answer for `path`."""
        try:
            with urllib.request.urlopen(self.address + path) as answer:  # noqa: S310 (our own preview)
                return int(answer.status), answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return int(error.code), error.read().decode()

    def until(self, path: str, fits: Callable[[int, str], bool]) -> str:
        """The page at `path` as soon as it `fits`, asked for once and after each change that is told."""
        while True:
            code, text = self.ask(path)
            if fits(code, text):
                return text
            self.next()

    def close(self) -> None:
        """Stop listening."""
        self._line.close()


@pytest.fixture(scope="module")
def project(small: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project."""
    return small(tmp_path_factory.mktemp("preview") / "project")


@pytest.fixture(scope="module")
def window(project: Path) -> Iterator[Window]:
    """A window on the preview of the project."""
    process = subprocess.Popen([sys.executable, "-m", "building.preview", "--port", "0"], cwd=project, env=environment(project),
                               stdout=subprocess.PIPE, text=True)  # fmt: skip
    assert process.stdout
    found = Window(process.stdout.readline().strip())
    yield found
    found.close()
    process.terminate()
    process.wait()
    process.stdout.close()


def _save(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


PAGE = "vi/visit/page-0002/"


def test_every_saved_change_is_seen(project: Path, window: Window) -> None:
    """Text, header, figure, name of a section, word of the interface, template: each is told and is in the page."""
    file = project / "docs/vi/visit/page-0002.md"
    changes = (
        (file, "\n## ", "\nCâu vừa được lưu.\n\n## ", "Câu vừa được lưu."),
        (file, "title: ", "title: Mới ", ">Mới "),
        (project / "data/sections.yml", "vi: Văn hóa", "vi: Nếp sống", "Nếp sống"),
        (project / "data/interface/vi.po", 'msgid "sources-title"\nmsgstr "', 'msgid "sources-title"\nmsgstr "Xemlại ', "Xemlại "),
        (project / "overrides/partials/site/footer.html", "<footer ", '<footer data-saved="yes" ', 'data-saved="yes"'),
    )
    for changed, old, new, seen in changes:
        assert seen not in window.ask(PAGE)[1]
        _save(changed, old, new)
        window.until(PAGE, lambda code, text, seen=seen: code == http.HTTPStatus.OK and seen in text)  # type: ignore[misc]


def test_switcher_and_pictures(window: Window) -> None:
    """The switcher leads to the same page in the other languages, and every picture of the page is there."""
    root = html_tree.parse(window.ask(PAGE)[1])
    links = {link.attrs["hreflang"]: link.attrs["href"] for link in root.find("a") if "hreflang" in link.attrs and "lang" in link.attrs}
    assert links["lo"].endswith("lo/visit/page-0002/")
    for language in ("lo/", "zh/", ""):
        assert window.ask(f"{language}visit/page-0002/")[0] == http.HTTPStatus.OK
    pictures = [image.attrs["src"].replace("../", "") for image in root.find("img")]
    assert pictures
    for picture in pictures:
        with urllib.request.urlopen(window.address + picture) as answer:  # noqa: S310 (our own preview)
            assert answer.headers["Content-Type"].startswith("image/")


def test_pages_come_and_go(project: Path, window: Window) -> None:
    """A new page is there, in English where it is not translated, and gone when it is removed."""
    for code in ("en", "vi"):
        text = (project / f"docs/{code}/visit/page-0002.md").read_text("utf-8")
        (project / f"docs/{code}/visit/new.md").write_text(text, "utf-8")
    text = window.until("lo/visit/new/", lambda code, _: code == http.HTTPStatus.OK)
    assert html_tree.parse(text).find("article")[0].attrs["lang"] == "en"
    for code in ("en", "vi"):
        (project / f"docs/{code}/visit/new.md").unlink()
    window.until("vi/visit/new/", lambda code, _: code == http.HTTPStatus.NOT_FOUND)


def test_a_mistake_is_told_and_mended(project: Path, window: Window) -> None:
    """A mistake shows its message in place of the page; when it is mended, the page is back."""
    file = project / "docs/en/visit/page-0002.md"
    text = file.read_text("utf-8")
    file.write_text(text + "\n{{ no_such_figure }}\n", "utf-8")
    window.until("visit/page-0002/", lambda _, shown: "<pre>" in shown and "no_such_figure" in shown)
    file.write_text(text, "utf-8")
    window.until("visit/page-0002/", lambda code, _: code == http.HTTPStatus.OK)
