"""The text of a finished page without what only templates need: blank lines, indentation, parts of the theme that nothing uses."""

from __future__ import annotations

import re

#: Where white space is content, or the text is no HTML.
WHOLE = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL)
#: A line end with all white space around it. One line end stays: to a browser that is the same blank as before.
ENDS = re.compile(r"[ \t]*\n\s*")
#: … which no browser shows beside these, since none of them stands in a line of text.
BESIDE = r"!doctype|html|head|body|meta|link|title|script|main|header|footer|section|article|aside|nav|div|ul|ol|dl|form|details|h[1-6]"
OUTSIDE = re.compile(rf"\n(?=</?(?:{BESIDE})\b)|(?<=>)\n(?=</?(?:li|dt|dd|p|table|thead|tbody|tr|th|td)\b)", re.IGNORECASE)
#: What the theme's frame holds for its drawer, its messages, its banner, its scripts and its own colours: this site has
#: none of them.
UNUSED = re.compile(
    r'(?<=[\w"]) data-md-(?:component="(?:skip|container|main)"|color-(?:primary|accent)="custom")(?=[ >])'
    r'|<input class="md-toggle" data-md-toggle="drawer"[^>]*>\s*'
    r'|<label class="md-overlay" for="__drawer"></label>\s*'
    r'|<div data-md-component="announce">\s*</div>\s*'
    r'|<div class="md-dialog" data-md-component="dialog">\s*<div class="md-dialog__inner md-typeset"></div>\s*</div>\s*'
)


def tidy(html: str) -> str:
    """`html` as it shows the same with fewer bytes; running it again changes nothing."""
    parts = WHOLE.split(UNUSED.sub("", html))
    # each match leaves two parts: the whole element and its name
    kept = [OUTSIDE.sub("", ENDS.sub("\n", part)) if at % 3 == 0 else part for at, part in enumerate(parts) if at % 3 != 2]
    return "".join(kept).strip() + "\n"
