"""Work of the engine and its plugin that no byte of the site depends on, left out.

MkDocs reads every page's text with a parser of HTML for nothing but the ids in it, which takes as long as the text's inline
marks; the plugin makes a record of every page's file in every language for each language that it builds, for a switcher
and a sitemap which are not the theme's here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from mkdocs.structure import pages
from mkdocs_static_i18n.reconfigure import ExtendedPlugin  # type: ignore[import-untyped]

#: What every anchor in HTML needs.
POSSIBLE = re.compile(r"(?:id|name)\s*=", re.IGNORECASE)
_whole: Callable[[Any, list[str]], list[str]] = pages._RawHTMLPreprocessor.run


def _anchors(self: Any, lines: list[str]) -> list[str]:
    return _whole(self, lines) if POSSIBLE.search("\n".join(lines)) else lines


@contextmanager
def work() -> Iterator[None]:
    """It is left out while in the block."""
    with (mock.patch.object(pages._RawHTMLPreprocessor, "run", _anchors),
          mock.patch.object(ExtendedPlugin, "reconfigure_files_alternates")):  # fmt: skip
        yield
