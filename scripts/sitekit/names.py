"""Names that a line may not break: browsers cut 乂|安 and ໂຮ່ຈິມິ|ນ in the middle.

A word joiner does not hold in Firefox, a span without wrapping does in every engine.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import Any

PROTECTED = ("lo", "zh")
#: Longer names may wrap: on a narrow phone an unbreakable line would leave the screen.
LONGEST = {"lo": 16, "zh": 6, "vi": 12, "en": 12}
#: Lao's sign of repetition and the syllable before it: browsers may put it, or it and half the syllable, at the start of a line.
_LETTER = "[\u0ec0-\u0ec4]?[\u0e81-\u0eae\u0edc-\u0edf][\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd]*[\u0eb0\u0eb2\u0eb3\u0ebd]?"
_SIGN = "\u0ec6"
_REPEATED = f"(?:{_LETTER})?{_LETTER}{_SIGN}"
_TAG = re.compile(r"(<[^>]*>)")
_OPAQUE = re.compile(r"<(/?)(script|style|svg|nobr|title)\b", re.IGNORECASE)


def forms(glossary: dict[str, dict[str, Any]], language: str) -> list[str]:
    """The agreed names of `language` that are to stay on one line, longest first."""
    names = {row[language]["form"] for row in glossary.values() if row.get("protect", True) and language in row}
    if language not in PROTECTED:  # in Latin script only a name of several words can be cut, and only titles are set so large
        names = {name for name in names if " " in name}
    return sorted((name for name in names if 1 < len(name) <= LONGEST[language]), key=lambda name: (-len(name), name))


@lru_cache(maxsize=32)
def _pattern(names: tuple[str, ...], repeated: bool) -> re.Pattern[str]:
    # names by their first signs, and no repetition, which may begin anywhere, where none is: Python has less to try at each sign
    begun: dict[str, list[str]] = defaultdict(list)
    for name in names:
        begun[name[0]].append(re.escape(name[1:]))
    known = [f"{re.escape(sign)}(?:{'|'.join(rests)})" for sign, rests in begun.items()]
    return re.compile("|".join([*known, *([_REPEATED] if repeated else [])]))


def protect(html: str, names: list[str]) -> str:
    """`html` with each of `names`, and each Lao repetition, in running text wrapped in `<span class="site-name">`."""
    if not names:
        return html
    known = tuple(names)
    plain, whole = _pattern(known, repeated=False), _pattern(known, repeated=True)
    inside = 0
    parts = _TAG.split(html)
    for number, part in enumerate(parts):
        if part.startswith("<"):
            opaque = _OPAQUE.match(part)
            if opaque and not part.endswith("/>"):
                inside += -1 if opaque[1] else 1
        elif inside <= 0 and part:
            parts[number] = (whole if _SIGN in part else plain).sub(lambda match: f'<span class="site-name">{match[0]}</span>', part)
    return "".join(parts)
