"""Which of a language's faces the first screen of a page uses: those are loaded with the page, so that no letter moves when they come."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: Part of a file's name → the letters it is for; the ranges of docs/stylesheets/fonts.css, as far as titles use them.
LETTERS = {"latin": re.compile("[!-~\u00a1-\u00ff]"),
           "vietnamese": re.compile("[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]"),
           "lao": re.compile("[\u0e80-\u0eff]")}  # fmt: skip
BOLD = "700"
NAME = re.compile(r"-(?P<letters>[a-z]+)-(?P<weight>\d+)\.woff2$")


def of(files: Iterable[str], bold: str, plain: str) -> list[str]:
    """Those of `files` that the bold text or the plain text asks for, in their order; one whose name says nothing always."""
    return [file for file in files if _asked(file, bold, plain)]


def _asked(file: str, bold: str, plain: str) -> bool:
    name = NAME.search(file)
    if not name or name["letters"] not in LETTERS:
        return True
    return LETTERS[name["letters"]].search(bold if name["weight"] == BOLD else plain) is not None
