"""The text of a finished page without what only templates need: blank lines, indentation, parts of the theme that nothing uses.

Each expression begins with letters of its own, by which Python finds its place many times faster than by trying everywhere.
"""

from __future__ import annotations

import re

#: Where white space is content, or the text is no HTML.
WHOLE = re.compile(r"(<(pre|textarea|script|style)\b(?:[^<]++|<(?!/\2>))*+</\2>)")
#: Line ends that no browser shows: beside elements that stand in no line of text, and before those that open a line of their
#: own behind another element.
UNSEEN = re.compile(r"\n(?=</?(?:!doctype|html|head|body|meta|link|title|script|main|header|footer|section|article|aside|nav|div|ul|ol|dl"
                    r"|form|details|h[1-6])\b)|\n(?<=>\n)(?=</?(?:li|dt|dd|p|table|thead|tbody|tr|th|td)\b)")  # fmt: skip
#: What the theme's frame holds for its drawer, its messages, its banner, its scripts and its own colours: this site has
#: none of them.
UNUSED = tuple(map(re.compile, (
    r' data-md-(?<=[\w"] data-md-)(?:component="(?:skip|container|main)"|color-(?:primary|accent)="custom")(?=[ >])',
    r'<input class="md-toggle" data-md-toggle="drawer"[^>]*>\s*',
    r'<label class="md-overlay" for="__drawer"></label>\s*',
    r'<div data-md-component="announce">\s*</div>\s*',
    r'<div class="md-dialog" data-md-component="dialog">\s*<div class="md-dialog__inner md-typeset"></div>\s*</div>\s*',
)))  # fmt: skip
#: Where the page's own content begins and ends, in which the theme has nothing.
CONTENT = ('<div class="md-content', "</main>")


def tidy(html: str) -> str:
    """`html` as it shows the same with fewer bytes; running it again changes nothing."""
    start = html.find(CONTENT[0])
    end = html.rfind(CONTENT[1])
    html = _used(html[:start]) + html[start:end] + _used(html[end:]) if 0 <= start < end else _used(html)
    parts = WHOLE.split(html)
    # each match leaves two parts: the whole element and its name
    kept = [_joined(part) if at % 3 == 0 else part for at, part in enumerate(parts) if at % 3 != 2]
    return "".join(kept).strip() + "\n"


def _used(frame: str) -> str:
    for unused in UNUSED:
        frame = unused.sub("", frame)
    return frame


def _joined(text: str) -> str:
    """`text` with one line end for each run of white space that holds one, and none beside elements that stand in no line."""
    first, *lines = text.split("\n")
    if not lines:
        return text
    last = lines.pop().lstrip()
    inside = [kept for line in lines if (kept := line.lstrip().rstrip(" \t"))]
    return UNSEEN.sub("", "\n".join((first.rstrip(" \t"), *inside, last)))
