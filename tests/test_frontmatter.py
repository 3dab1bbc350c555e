"""The header of a page: read, or refused with a message an editor can act on."""

import pytest

from sitekit import frontmatter
from sitekit.problems import ContentError

GOOD = "---\ntitle: A\ndescription: B\nlead: C\nkind: article\npicture: x\nchecked: 2026-11-24\n---\n\ntext\n"


def _rules(text: str) -> list[tuple[str, int]]:
    with pytest.raises(ContentError) as refusal:
        frontmatter.read(text, "docs/zh/index.md")
    assert "\n  " in str(refusal.value)
    return [(problem.rule, problem.line) for problem in refusal.value.problems]


def test_good_header() -> None:
    """Header, body and the line on which the body begins."""
    header, body, line = frontmatter.read(GOOD, "docs/vi/x.md")
    assert (header.title, header.kind, header.checked, body, line) == ("A", "article", "2026-11-24", "\ntext\n", 9)


@pytest.mark.parametrize(("text", "expected"), [
    ("no header", [("header-missing", 1)]),
    ("\ufeff" + GOOD, [("byte-order-mark", 1)]),
    (GOOD.replace("title: A", "title：A"), [("unreadable-data", 3)]),
    ("---\ntitle：首页\n---\n", [("header-unreadable", 2)]),
    (GOOD.replace("title: A", "title: A: B"), [("unreadable-data", 2)]),
    (GOOD.replace("title: A", "title: A\ntitle: B"), [("unreadable-data", 3)]),
    (GOOD.replace("lead: C", "laed: C"), [("unknown-header-key", 4), ("header-key-missing", 1)]),
    (GOOD.replace("article", "novel"), [("unknown-kind", 5)]),
    (GOOD.replace("article", "place"), [("header-key-missing", 1)]),
    (GOOD.replace("article", "news"), [("header-key-missing", 1)]),
    (GOOD.replace("kind: article", "kind: news\ndate: 2025-13-01"), [("header-date", 6)]),
    (GOOD.replace("2026-11-24", "24/11/2026"), [("header-date", 7)]),
    (GOOD.replace("2026-11-24", "2026-11"), [("header-date", 7)]),
])  # fmt: skip
def test_bad_headers(text: str, expected: list[tuple[str, int]]) -> None:
    """A header that MkDocs would print on the page is refused, with its line."""
    assert _rules(text) == expected


def test_news_has_a_date() -> None:
    """A piece of news carries the day it tells of, apart from the day its facts were checked."""
    header, *_ = frontmatter.read(GOOD.replace("kind: article", "kind: news\ndate: 2025-12-19"), "docs/vi/news/x.md")
    assert (header.kind, header.date, header.checked) == ("news", "2025-12-19", "2026-11-24")
