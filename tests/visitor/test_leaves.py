"""Long lists that are folded at first: they lie beside their page, whole, and come when they are opened."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

from html_page import LEAF, HtmlPage
from sitekit import leaves
from sitekit.search_engines import EXAMPLE_ADDRESS

WORDS = {"leaf": "The list by itself"}
HEAD = ('<!doctype html><html lang="lo"><head><meta charset="utf-8"><link rel="canonical" href="https://nghean.example/lo/x/">'
        '<link rel="stylesheet" href="../../s.css"><link rel="manifest" href="m"><title>Page · Site</title></head><body>')  # fmt: skip


def _list(entries: int, kind: str = ' class="site-part"') -> str:
    items = "".join(f"<li>{number}</li>" for number in range(entries))
    return f'<details{kind} data-leaf="sources"><summary id="a">Sources (<b>{entries}</b>)</summary><ol>{items}</ol></details>'


def _table(entries: int) -> str:
    rows = "".join(f'<tr><th scope="row">{number}</th><td>a</td></tr>' for number in range(entries))
    heads = '<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>'
    return f'<details data-leaf="names"><summary>Names</summary><table>{heads}<tbody>{rows}</tbody></table></details>'


def test_rows_of_a_table_count_as_entries() -> None:
    """A folded table is moved by the same length as a list; the row of its heads is none of its entries."""
    assert leaves.parted(HEAD + _table(leaves.FEW), WORDS.__getitem__)[1] == []
    kept, ((name, apart),) = leaves.parted(HEAD + _table(leaves.FEW + 1), WORDS.__getitem__)
    assert (name, "<table" in kept, apart.count("<tr>")) == ("names", False, leaves.FEW + 2)


@pytest.mark.parametrize("kind", ["", ' class="site-part"'])
def test_a_short_list_stays(kind: str) -> None:
    """Up to so many entries nothing moves, and no trace is left that it might have."""
    html = HEAD + _list(leaves.FEW, kind) + "</body></html>"
    kept, apart = leaves.parted(html, WORDS.__getitem__)
    assert apart == []
    assert kept == html.replace(' data-leaf="sources"', "")


def test_a_long_list_lies_beside_its_page() -> None:
    """It is taken out whole; its own page says what and whose it is, asks not to be found, and is not moved a second time."""
    html = HEAD + _list(leaves.FEW + 1) + "<p>after</p></body></html>"
    kept, ((name, apart),) = leaves.parted(html, WORDS.__getitem__)
    link = '<p><a class="site-leaf" href="sources.html">The list by itself</a></p>'
    summary = f'<details class="site-part"><summary id="a">Sources (<b>{leaves.FEW + 1}</b>)</summary>'
    assert kept == f"{HEAD}{summary}{link}</details><p>after</p></body></html>"
    assert (name, apart.count("<li>")) == ("sources", leaves.FEW + 1)
    assert '<html lang="lo">' in apart
    assert f"<title>Sources ({leaves.FEW + 1}) · Page · Site</title>" in apart
    for tag in ('<link rel="canonical" href="https://nghean.example/lo/x/">', '<meta name="robots" content="noindex">', '<a href="./">'):
        assert tag in apart
    assert "manifest" not in apart
    assert leaves.parted(kept, WORDS.__getitem__) == (kept, [])


def test_what_few_want_lies_beside_its_page_always() -> None:
    """A short list moves as well where its template says so."""
    html = HEAD + _list(2).replace('"sources">', '"sources" data-always>') + "</body></html>"
    kept, ((name, apart),) = leaves.parted(html, WORDS.__getitem__)
    assert (name, apart.count("<li>")) == ("sources", 2)
    assert "data-" not in kept


def test_leaves_of_the_site(site: Path) -> None:
    """Each list beside a page is linked from it once, belongs to it, and is longer than a page keeps or a plot's; no mark is left."""
    found = [path for path in site.rglob("*.html") if leaves.is_leaf(path.relative_to(site).as_posix())]
    assert len(found) > 40
    for path in found:
        page = path.with_name("index.html")
        assert LEAF.findall(page.read_text("utf-8")).count(path.name) == 1, path
        leaf = HtmlPage(path)
        here = EXAMPLE_ADDRESS + page.relative_to(site).as_posix().removesuffix("index.html")
        assert [attrs["href"] for attrs in leaf.find("link", rel="canonical")] == [here]
        assert leaf.find("meta", name="robots", content="noindex")
        assert urljoin(here + path.name, leaf.find("a")[0]["href"]) == here
        assert len(leaf.find("li") + leaf.find("th", scope="row")) > leaves.FEW or path.name.startswith("plot-")
        assert leaf.find("meta", http_equiv="Content-Security-Policy")
    assert not [path for path in site.rglob("*.html") if "data-leaf" in path.read_text("utf-8")]
    assert not re.search("/sources[^/]*.html", (site / "sitemap-en.xml").read_text("utf-8"))
