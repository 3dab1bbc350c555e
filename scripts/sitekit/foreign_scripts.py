"""Words of another script in a page's text: marked with their language, so that they are read aloud and set as what they are."""

from __future__ import annotations

import re

from sitekit.languages import Language

#: Languages that their script gives away, and what a run of it looks like: letters, and the blanks and marks between them.
RUNS = {"lo": r"[\u0e81-\u0eff]+(?:[ ,.–-]+[\u0e81-\u0eff]+)*", "zh": r"[\u4e00-\u9fff]+(?:[、，·“”《》（）]+[\u4e00-\u9fff]+)*"}
#: Letters of another script for which there is a small face, and the class of a run that has no others: few words, such as a name, do
#: not bring a whole face with the page. docs/stylesheets/fonts.css names the same letters, scripts/subset_fonts.py cuts the face.
FEW = {"lo": ("site-few", frozenset("ກງນລວຫອະາິື\u0ec0\u0ec8\u0eca\u0ecd"))}
_TAG = re.compile(r"(<[^>]*>)")
#: Elements whose content is no text of the page's.
_OPAQUE = re.compile(r"<(/?)(script|style|svg|title)\b", re.IGNORECASE)


def mark(html: str, page: str, languages: dict[str, Language]) -> str:
    """`html` of a page in language `page` with every run of another language's script in a `<span lang>`."""
    found_in = ((code, languages[code].tag, re.compile(run)) for code, run in RUNS.items() if code != page)
    patterns = [(code, tag, pattern) for code, tag, pattern in found_in if pattern.search(html)]
    if not patterns:
        return html
    parts, opaque = _TAG.split(html), 0
    for number, part in enumerate(parts):
        if part.startswith("<"):
            found = _OPAQUE.match(part)
            if found and not part.endswith("/>"):
                opaque += -1 if found[1] else 1
        elif part and not opaque:
            before = parts[number - 1] if number else ""
            parts[number] = _marked(part, [each for each in patterns if before != f'<span lang="{each[1]}">'])
    return "".join(parts)


def _marked(text: str, patterns: list[tuple[str, str, re.Pattern[str]]]) -> str:
    for code, tag, pattern in patterns:
        text = pattern.sub(lambda run, code=code, tag=tag: f'<span lang="{tag}"{_few(code, run[0])}>{run[0]}</span>', text)  # type: ignore[misc]
    return text


def _few(code: str, run: str) -> str:
    """The class of `run`, an attribute, where the small face of its script sets all of it."""
    name, letters = FEW.get(code, ("", frozenset()))
    return f' class="{name}"' if name and letters.issuperset(re.sub(r"[ ,.–-]", "", run)) else ""
