"""Looks for the ids in a page's own HTML only where there can be any.

MkDocs reads every page's text with a parser of HTML for nothing but these, which takes as long as the text's inline marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from mkdocs.structure import pages

#: What every anchor in HTML needs.
POSSIBLE = re.compile(r"(?:id|name)\s*=", re.IGNORECASE)
_whole: Callable[[Any, list[str]], list[str]] = pages._RawHTMLPreprocessor.run


def _run(self: Any, lines: list[str]) -> list[str]:
    return _whole(self, lines) if POSSIBLE.search("\n".join(lines)) else lines


@contextmanager
def quickly() -> Iterator[None]:
    """MkDocs does so while in the block."""
    with mock.patch.object(pages._RawHTMLPreprocessor, "run", _run):
        yield
