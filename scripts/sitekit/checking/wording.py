"""Pieces of text as a message shows them."""

from __future__ import annotations

from collections.abc import Iterable

from sitekit.checking import naming

#: More than this many pieces are counted, not listed.
MOST = 5


def quoted(pieces: Iterable[str]) -> str:
    """“2014”, “2015”; a long list is cut with an ellipsis."""
    found = list(pieces)
    return ", ".join(f"“{naming.excerpt(piece)}”" for piece in found[:MOST]) + (", …" if len(found) > MOST else "")


def around(text: str, start: int, end: int, reach: int = 14) -> str:
    """The characters of `text` from `start` to `end` with a little of what stands around them, on one line."""
    before, after = text[max(0, start - reach) : start], text[end : end + reach]
    return " ".join(f"{'…' if start > reach else ''}{before}{text[start:end]}{after}{'…' if end + reach < len(text) else ''}".split())
