"""Each page has exactly one main heading, with words in it."""

from __future__ import annotations

from sitekit.audit.built import Built
from sitekit.html_tree import Element
from sitekit.problems import Problem


def problems(site: Built) -> list[Problem]:
    """Every page with no, an empty, or more than one `<h1>`."""
    return [Problem("one-heading", page.file, words={"count": len(heads)}) for page in site.pages.values()
            if len(heads := [each for each in page.find("h1") if _text(each).strip()]) != 1]  # fmt: skip


def _text(element: Element) -> str:
    return "".join(child if isinstance(child, str) else _text(child) for child in element.children)
