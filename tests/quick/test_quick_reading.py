"""Shortcuts that must not be seen."""

from __future__ import annotations

import posixpath
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitekit import datafiles, html_quick, html_tree, links
from sitekit.problems import ContentError

PARTS = st.lists(st.sampled_from(["a", "b", "vi", "lo", "index.html"]), max_size=4).map("/".join)
ADDRESS = st.builds(lambda path, end: path + end if path else "", PARTS, st.sampled_from(["", "/"]))
PIECES = st.lists(st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<br>", "<br/>", '<a href="x&amp;y">', "</a>", "a &lt; b", "<", ">", "<!-- c -->", "<!--", "&", '"',
     "<script>", "if (a < b) {}", "</script>", "<svg/>", '<i a=b c="d" e>', "</i>", "<i a=b/>", "\n", "<P CLASS='k'>", "</P>", "<1>"]),
    max_size=12).map("".join)  # fmt: skip


@given(ADDRESS, ADDRESS)
def test_relative_addresses(target: str, page: str) -> None:
    """A relative address leads where the standard library's would."""
    start = page if page.endswith("/") or not page else posixpath.dirname(page) + "/"
    expected = posixpath.relpath("/" + target, "/" + start) if target or start else "."
    assert links.relative(target, page) == (expected + "/" if target.endswith("/") or not target else expected)


@given(PIECES)
def test_whatever_is_read_quickly_is_read_right(html: str) -> None:
    """Where the quick reading answers at all, it answers as the parser does."""
    assert (found := html_quick.tree(html)) is None or found == html_tree.careful(html)


def test_every_page_is_read_quickly(site: Path) -> None:
    """Our own pages are as plain as the quick reading wants them, and read as the parser reads them."""
    for file in site.rglob("*.html"):
        text = file.read_text("utf-8")
        assert html_quick.tree(text) == html_tree.careful(text), file


def test_messages_do_not_depend_on_the_reader() -> None:
    """What is wrong with YAML is said in the same words whether or not libyaml is there."""
    with pytest.raises(ContentError) as error:
        datafiles.parse("a: 1\nb: [1\n", "data/x.yml")
    assert error.value.problems[0].line == 3
    with pytest.raises(ContentError, match="a"):
        datafiles.parse("a: 1\na: 2\n", "data/x.yml")
