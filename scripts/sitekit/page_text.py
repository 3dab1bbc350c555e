"""The text of a finished page without what only templates need: blank lines, indentation, parts of the theme that nothing uses.

Each expression begins with letters of its own, by which Python finds its place many times faster than by trying everywhere.
"""

from __future__ import annotations

import re

#: Where white space is content, or the text is no HTML.
WHOLE = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL)
#: Elements beside which no browser shows a line end, since none of them stands in a line of text …
BESIDE = re.compile(r"</?(?:!doctype|html|head|body|meta|link|title|script|main|header|footer|section|article|aside|nav|div|ul|ol|dl|form"
                    r"|details|h[1-6])\b", re.IGNORECASE)  # fmt: skip
#: … and those beside which none is shown behind another element.
BEHIND = re.compile(r"</?(?:li|dt|dd|p|table|thead|tbody|tr|th|td)\b", re.IGNORECASE)
#: What the theme's frame holds for its drawer, its messages, its banner, its scripts and its own colours: this site has
#: none of them.
UNUSED = tuple(map(re.compile, (
    r' data-md-(?<=[\w"] data-md-)(?:component="(?:skip|container|main)"|color-(?:primary|accent)="custom")(?=[ >])',
    r'<input class="md-toggle" data-md-toggle="drawer"[^>]*>\s*',
    r'<label class="md-overlay" for="__drawer"></label>\s*',
    r'<div data-md-component="announce">\s*</div>\s*',
    r'<div class="md-dialog" data-md-component="dialog">\s*<div class="md-dialog__inner md-typeset"></div>\s*</div>\s*',
)))  # fmt: skip


def tidy(html: str) -> str:
    """`html` as it shows the same with fewer bytes; running it again changes nothing."""
    for unused in UNUSED:
        html = unused.sub("", html)
    parts = WHOLE.split(html)
    # each match leaves two parts: the whole element and its name
    kept = [_joined(part) if at % 3 == 0 else part for at, part in enumerate(parts) if at % 3 != 2]
    return "".join(kept).strip() + "\n"


def _joined(text: str) -> str:
    """`text` with one line end for each run of white space that holds one, and none beside elements that stand in no line."""
    first, *lines = text.split("\n")
    if not lines:
        return text
    # one line end stays: to a browser that is the same blank as before
    found, before, last = [first.rstrip(" \t")], first.rstrip(" \t"), len(lines) - 1
    for number, line in enumerate(lines):
        short = line.lstrip() if number == last else line.lstrip().rstrip(" \t")
        if short or number == last:
            if not (short.startswith("<") and (BESIDE.match(short) or (before.endswith(">") and BEHIND.match(short)))):
                found.append("\n")
            found.append(short)
            before = short
    return "".join(found)
