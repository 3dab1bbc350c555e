"""The preview, in a real browser: what is saved is seen, without anybody reloading."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from building_conftest import environment

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
#: Nothing here measures time; a machine that does much else may take long.
PATIENCE = 180_000


@pytest.fixture(scope="module")
def project(small: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project."""
    return small(tmp_path_factory.mktemp("preview") / "project")


@pytest.fixture(scope="module")
def address(project: Path) -> Iterator[str]:
    """Where the preview of the project is."""
    process = subprocess.Popen([sys.executable, "-m", "building.preview", "--port", "0"], cwd=project, env=environment(project),
                               stdout=subprocess.PIPE, text=True)  # fmt: skip
    assert process.stdout
    yield process.stdout.readline().strip()
    process.terminate()
    process.wait()
    process.stdout.close()


@pytest.fixture(scope="module")
def page(address: str) -> Iterator[Page]:
    """A window of the browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        window = browser.new_page()
        window.set_default_timeout(PATIENCE)
        window.set_default_navigation_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        yield window
        browser.close()


def _save(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_a_saved_change_is_seen(project: Path, address: str, page: Page) -> None:
    """Text, header, figure, word of the interface, template: each shows in the open window by itself."""
    page.goto(f"{address}vi/visit/page-0002/")
    file = project / "docs/vi/visit/page-0002.md"
    with file.open("a", encoding="utf-8") as handle:
        handle.write("\nCâu vừa được lưu.\n\n{{ pages }}\n")
    expect(page.get_by_text("Câu vừa được lưu.")).to_be_visible()
    _save(file, "title: ", "title: Mới ")
    expect(page.locator("h1")).to_contain_text("Mới")
    _save(project / "data/sections.yml", "vi: Văn hóa", "vi: Nếp sống")
    expect(page.locator("header nav").first).to_contain_text("Nếp sống")
    _save(project / "data/interface/vi.po", 'msgid "next-pages"\nmsgstr "', 'msgid "next-pages"\nmsgstr "Rồi ')
    expect(page.locator("body")).to_contain_text("Rồi ")
    _save(project / "overrides/partials/site/footer.html", "<footer ", '<footer data-saved="yes" ')
    expect(page.locator("footer[data-saved]")).to_have_count(1)


def test_switcher_and_pictures(address: str, page: Page) -> None:
    """The switcher leads to the same page in the other languages, and pictures are there."""
    page.goto(f"{address}vi/visit/page-0002/")
    loaded = "async () => { const image = document.querySelector('main img'); await image.decode(); return image.naturalWidth }"
    assert page.evaluate(loaded)
    page.locator(".site-languages a[lang=lo]").click()
    page.wait_for_url("**/lo/visit/page-0002/")
    assert page.locator("html").get_attribute("lang") == "lo"


def test_pages_come_and_go(project: Path, address: str, page: Page) -> None:
    """A new page is there at once, in English where it is not translated, and gone at once when it is removed."""
    for code in ("en", "vi"):
        text = (project / f"docs/{code}/visit/page-0002.md").read_text("utf-8")
        (project / f"docs/{code}/visit/new.md").write_text(text, "utf-8")
    page.goto(f"{address}vi/visit/")
    # the list of changes reaches the window after both files were taken in
    page.wait_for_function("async () => (await fetch('/lo/visit/new/')).ok")
    page.goto(f"{address}lo/visit/new/")
    assert page.locator("article").get_attribute("lang") == "en"
    for code in ("en", "vi"):
        (project / f"docs/{code}/visit/new.md").unlink()
    page.wait_for_function("async () => (await fetch('/vi/visit/new/')).status === 404")


def test_a_mistake_is_told_and_mended(project: Path, address: str, page: Page) -> None:
    """A mistake shows its message in the window; when it is mended, the page is back."""
    page.goto(f"{address}visit/page-0002/")
    file = project / "docs/en/visit/page-0002.md"
    text = file.read_text("utf-8")
    file.write_text(text + "\n{{ no_such_figure }}\n", "utf-8")
    expect(page.locator("pre")).to_contain_text("no_such_figure")
    file.write_text(text, "utf-8")
    expect(page.locator("h1")).to_be_visible()


def test_what_is_no_page_comes_after(address: str, page: Page) -> None:
    """Feeds and search are those of a complete build, which runs behind."""
    page.goto(address)
    page.wait_for_function("async () => (await fetch('/vi/feed.atom')).ok && (await fetch('/sitemap.xml')).ok")
