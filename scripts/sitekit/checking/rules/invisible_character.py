"""No character is invisible: zero-width spaces, direction marks and control characters break search, copying and lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from sitekit.checking import raw_lines
from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule

#: Control and format characters, odd separators, variation selectors; a tab in a header has a rule of its own.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]"
)


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each line with such characters, with the first one's number and what stands before it."""
    for path, line, text in raw_lines.lines(corpus):
        if not text.isascii() or not text.isprintable():
            found = list(INVISIBLE.finditer(text if (path, line) != (path, 1) else text.removeprefix("\ufeff")))
            if found:
                first = found[0]
                before = INVISIBLE.sub("", text[max(0, first.start() - 12) : first.start()]).strip() or "—"
                name = f"U+{ord(first[0]):04X} {unicodedata.name(first[0], '')}".strip()
                yield Finding("invisible-character", path, line, {"count": len(found), "before": before, "name": name})


RULE = Rule("invisible-character", "error", run)
