"""Plain copies of pages and the lists of them, read by Python-Markdown."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest

from html_page import HtmlPage, whole
from page_list import NAMES, sample
from sitekit import html_tree
from sitekit.html_tree import Element
from sitekit.languages import Language
from sitekit.pages import address
from sitekit.plain_copies.markdown import Writer
from sitekit.search_engines import EXAMPLE_ADDRESS

HERE = EXAMPLE_ADDRESS + "vi/visit/"


def _read(text: str) -> Element:
    return html_tree.parse(markdown.markdown(text, extensions=["tables"]))


def _words(element: Element) -> str:
    inside = "".join(child if isinstance(child, str) else _words(child) for child in element.children)
    return f" {inside} " if element.tag in {"p", "td", "th", "li", "br", "h2", "h3", "h4"} else inside


def _write(html: str) -> str:
    return "\n\n".join(Writer(HERE).blocks(html_tree.parse(html).children))


@pytest.mark.parametrize(("html", "expected"), [
    ("<h2 id='a'>Sea</h2><p>One<br>two <strong>three</strong></p>", "## Sea\n\nOne two **three**"),
    ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "- a\n\n- b\n\n    - c"),
    ("<ol><li>a</li><li><a href='../'>up</a></li></ol>", f"1. a\n2. [up]({EXAMPLE_ADDRESS}vi/)"),
    ("<table><caption>T</caption><tr><th>x|y</th></tr><tr><td><div>1<small>n</small></div></td></tr></table>",
     "**T**\n\n| x\\|y |\n|---|\n| 1 n |"),
    ("<dl><div><dt>k</dt><dd>v</dd><dd>w</dd></div><dt>l</dt><dd>u</dd></dl>", "- **k**: v w\n- **l**: u"),
    ("<figure><a class='site-enlarge' href='../../assets/a-2000.jpg'><picture><img src='a-800.jpg' alt='A [b]'></picture></a></figure>",
     f"![A \\[b\\]]({EXAMPLE_ADDRESS}assets/a-2000.jpg)"),
    ("<p>2026. Year</p><p># no</p><p>a_b*c &lt;i&gt;</p>", "2026\\. Year\n\n\\# no\n\na\\_b\\*c \\<i>"),
    ("<p>see <svg><text>x</text></svg>this<script>1</script></p><div hidden><p>no</p></div>", "see this"),
])  # fmt: skip
def test_forms(html: str, expected: str) -> None:
    """Each kind of element has its form in Markdown; drawings, scripts and hidden things have none."""
    assert _write(html) == expected


def test_copies_say_what_the_pages_say(site: Path, known_languages: dict[str, Language]) -> None:
    """Read as Markdown, the copy of a page has its headings, its rows of tables and its figures, as rendered on the page."""
    for code, language in known_languages.items():
        for name in sample(code):
            folder = site / address(name, language)
            page = HtmlPage(folder / "index.html")
            copy = _read((folder / "index.html.md").read_text("utf-8"))
            article = html_tree.parse(whole(folder / "index.html")).find("article")[0]
            for tag in ("h2", "h3"):
                wanted = [" ".join(_words(each).split()) for each in article.find(tag)]
                assert [" ".join(_words(each).split()) for each in copy.find(tag)] == wanted, (code, name)
            assert len(copy.find("h1")) == 1
            assert len(copy.find("tr")) == len(article.find("tr")), (code, name)
            text = re.sub(r"\s+", "", _words(copy))
            for figure in article.find("data", "site-figure"):
                assert re.sub(r"\s+", "", _words(figure)) in text, (code, name)
            assert "{{" not in text
            assert len(page.find("link", rel="alternate", type="text/markdown")) == 1


def test_links_of_copies_are_absolute(site: Path) -> None:
    """A copy may be read anywhere: each of its links has its scheme."""
    for file in site.rglob("index.html.md"):
        links = [each.attrs["href"] for each in _read(file.read_text("utf-8")).find("a")]
        assert links
        assert all(re.match(r"https?://|mailto:|tel:|geo:", link) for link in links), file


def test_llms_lists_every_page(site: Path, known_languages: dict[str, Language]) -> None:
    """llms.txt of each language: a title, a summary, every page of that language once with its description, the other lists."""
    for language in known_languages.values():
        text = (site / language.prefix / "llms.txt").read_text("utf-8")
        page = _read(text)
        assert len(page.find("h1")) == len(page.find("blockquote")) == 1
        links = [each.attrs["href"] for each in page.find("a")]
        assert len(links) == len(set(links))
        copies = {link for link in links if link.endswith("index.html.md")}
        assert copies == {f"{EXAMPLE_ADDRESS}{address(name, language)}index.html.md" for name in NAMES}
        assert {link for link in links if link.endswith("llms.txt")} == {
            f"{EXAMPLE_ADDRESS}{other.prefix}llms.txt" for other in known_languages.values() if other != language}  # fmt: skip
        assert all(re.search(r"\): \S", line) for line in text.splitlines() if "index.html.md" in line)
