"""What stands in a header's entry is of the kind that the entry takes: a day, one of a few words, a list."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule
from sitekit.checking.source_page import SourcePage
from sitekit.frontmatter import KINDS
from sitekit.problems import closest

LISTS = ("figures", "cards", "search_terms", "sources")
TEXTS = ("title", "description", "lead", "kind", "picture", "place", "date", "checked", "translated_from", "native_review")
_REVIEW = re.compile(r".*\S.*, (\d{4}-\d{2}-\d{2})")


def is_day(text: str) -> bool:
    """Whether `text` is a day of the calendar as 2026-11-26."""
    try:
        return bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", text)) and bool(datetime.date.fromisoformat(text))
    except ValueError:
        return False


def _page(page: SourcePage, today: datetime.date) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Key, sentence and words for each entry that is not in order."""
    for key in LISTS:
        value = page.header.get(key)
        if value is not None and not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
            yield key, "header-value-list", {"typed": f"{key}: [{value if isinstance(value, str) else '…'}]"}
    for key in TEXTS:
        if page.header.get(key) is not None and not isinstance(page.header[key], str):
            yield key, "header-value-text", {}
    kind = page.string("kind")
    if kind and kind not in KINDS:
        yield "kind", "header-value-kind", {"kind": kind, "closest": closest(kind, KINDS) or "—", "kinds": ", ".join(KINDS)}
    for key in ("checked", "date"):
        text = page.string(key)
        if text and not is_day(text):
            yield key, "header-value-day", {"text": text, "today": today.isoformat()}
        elif text > today.isoformat():
            yield key, "header-value-future", {"text": text, "today": today.isoformat()}
    review = page.string("native_review")
    found = _REVIEW.fullmatch(review)
    if review and review != "pending" and not (found and is_day(found[1])):
        yield "native_review", "header-value-review", {"text": review, "today": today.isoformat()}


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each entry that holds something else."""
    for page in corpus.pages():
        if page.readable:
            for key, sentence, words in _page(page, corpus.today):
                yield Finding("header-value", page.path, page.line(key), {"key": key, **words}, sentence=sentence)


RULE = Rule("header-value", "error", run)
