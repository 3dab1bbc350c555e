"""How much room text takes in a terminal: Chinese two columns a sign, marks above and below none."""

from __future__ import annotations

import unicodedata


def width(text: str) -> int:
    """Columns that `text` takes."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 0 if unicodedata.category(sign) in ("Mn", "Me", "Cf") else 1
               for sign in text)  # fmt: skip


def cut(text: str, longest: int) -> str:
    """`text`, or as much of it as fits into `longest` columns, with an ellipsis."""
    if width(text) <= longest:
        return text
    kept, room = [], longest - 1
    for sign in text:
        room -= width(sign)
        if room < 0:
            break
        kept.append(sign)
    return "".join(kept).rstrip() + "…"
