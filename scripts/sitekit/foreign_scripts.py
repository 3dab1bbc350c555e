"""Words of another script in a page's text: marked with their language, so that they are read aloud and set as what they are."""

from __future__ import annotations

import re

from sitekit.languages import Language

#: Languages that their script gives away, and what a run of it looks like: letters, and the blanks and marks between them.
RUNS = {"lo": r"[\u0e81-\u0eff]+(?:[ ,.–-]+[\u0e81-\u0eff]+)*", "zh": r"[\u4e00-\u9fff]+(?:[、，·“”《》（）]+[\u4e00-\u9fff]+)*"}
_TAG = re.compile(r"(<[^>]*>)")
#: Elements whose content is no text of the page's.
_OPAQUE = re.compile(r"<(/?)(script|style|svg|title)\b", re.IGNORECASE)


def mark(html: str, page: str, languages: dict[str, Language]) -> str:
    """`html` of a page in language `page` with every run of another language's script in a `<span lang>`."""
    found_in = ((languages[code].tag, re.compile(run)) for code, run in RUNS.items() if code != page)
    patterns = [(tag, pattern) for tag, pattern in found_in if pattern.search(html)]
    if not patterns:
        return html
    parts, opaque = _TAG.split(html), 0
    for number, part in enumerate(parts):
        if part.startswith("<"):
            found = _OPAQUE.match(part)
            if found and not part.endswith("/>"):
                opaque += -1 if found[1] else 1
        elif part and not opaque:
            parts[number] = _marked(part, patterns)
    return "".join(parts)


def _marked(text: str, patterns: list[tuple[str, re.Pattern[str]]]) -> str:
    for tag, pattern in patterns:
        text = pattern.sub(rf'<span lang="{tag}">\g<0></span>', text)
    return text
