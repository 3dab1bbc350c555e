"""The list of all pages in the order of the reader's alphabet: what stands in for search where no script runs."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from itertools import groupby

from sitekit import collation


def html(pages: list[tuple[str, str, str]], language: str, prose: Callable[[str], str]) -> str:
    """The list of `pages` (title, lead, link) as sections by letter; `prose` escapes a text and keeps names whole."""
    ordered = sorted(pages, key=lambda page: collation.key(page[0], language))
    sections = []
    for letter, group in groupby(ordered, lambda page: collation.letter(page[0], language)):
        rows = "".join(f'<li><a href="{escape(link, quote=True)}">{prose(title)}</a> <span>{prose(lead)}</span></li>'
                       for title, lead, link in group)  # fmt: skip
        sections.append(f"<section><h2>{escape(letter)}</h2><ul>{rows}</ul></section>")
    return f'<div class="site-index">{"".join(sections)}</div>'
