"""Columns of a page's own tables that are headed by the name of a language: their cells are marked as being in it."""

from __future__ import annotations

import re

from babel import Locale

from sitekit.languages import Language

_TABLE = re.compile(r"<table.*?</table>", re.DOTALL)
_HEAD = re.compile(r"<th>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_CELL = re.compile("<td>")


def mark(html: str, page: str, languages: dict[str, Language]) -> str:
    """`html` of a page in language `page`: below “Vietnamese”, “Câu tiếng Việt” or “越南语” every cell says its language."""
    if "<table" not in html:
        return html
    known = Locale.parse(languages[page].locale).languages
    names = {known[row.locale.partition("_")[0]].casefold(): row.tag for code, row in languages.items() if code != page}

    def table(match: re.Match[str]) -> str:
        heads = [re.sub("<[^>]*>", "", head).strip().casefold() for head in _HEAD.findall(match[0])]
        tags = [next((tag for name, tag in names.items() if head.endswith(name)), "") for head in heads]
        return _ROW.sub(lambda row: _row(row[0], tags), match[0]) if any(tags) else match[0]

    return _TABLE.sub(table, html)


def _row(html: str, tags: list[str]) -> str:
    columns = iter(tags)
    return _CELL.sub(lambda cell: f'<td lang="{tag}">' if (tag := next(columns, "")) else cell[0], html)
