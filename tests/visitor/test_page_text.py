"""Pages without the blanks of templates: the same elements and the same words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitekit import html_tree, page_text
from sitekit.html_tree import Element

#: Pieces that pages are made of.
PIECES = ["\n", "  ", "\n\n  ", "a", " b ", "<pre>\n  x\n</pre>", "<script>let a = 1\n  let b</script>", "<a href='x'>"]
PIECES += [f"<{end}{tag}>" for tag in ("p", "ul", "li", "nav", "h2", "span", "td", "button") for end in ("", "/")] + ["</a>"]


def _words(element: Element) -> list[str]:
    return [word for child in element.children for word in ([*child.split()] if isinstance(child, str) else _words(child))]


def _shape(element: Element) -> list[object]:
    return [element.tag, element.attrs, [_shape(child) for child in element.children if isinstance(child, Element)]]


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_nothing_but_blanks_goes(pieces: list[str]) -> None:
    """Whatever a page holds: the same elements in the same order, the same words; once is enough."""
    html = "".join(pieces)
    tidy = page_text.tidy(html)
    assert _shape(html_tree.parse(tidy)) == _shape(html_tree.parse(html))
    assert _words(html_tree.parse(tidy)) == _words(html_tree.parse(html))
    assert page_text.tidy(tidy) == tidy


@pytest.mark.parametrize(("html", "tidied"), [
    ("<p>a\n   b</p>", "<p>a\nb</p>"),
    ("<a>a</a>\n\n<a>b</a>", "<a>a</a>\n<a>b</a>"),
    ("<pre>a\n  b</pre>", "<pre>a\n  b</pre>"),
    ("<ul>\n  <li>a</li>\n  <li>b</li>\n</ul>", "<ul><li>a</li><li>b</li></ul>"),
    ("<span>a</span>\n<button>b</button>", "<span>a</span>\n<button>b</button>"),
])  # fmt: skip
def test_blanks_that_show_stay(html: str, tidied: str) -> None:
    """Between words, links and buttons a blank stays a blank; text that is set as it is written is not touched."""
    assert page_text.tidy(html) == tidied + "\n"
