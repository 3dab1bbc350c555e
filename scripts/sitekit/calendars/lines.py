"""Lines of a calendar file: texts escaped, long lines folded, as RFC 5545 wants them."""

from __future__ import annotations

from collections.abc import Iterable

#: Most bytes of a line, its end not counted.
LONGEST = 75


def escape(text: str) -> str:
    r"""`text` as a value: backslash, comma, semicolon and line end escaped.

    >>> escape("a, b;\nc")
    'a\\, b\\;\\nc'
    """
    for sign in ("\\", ",", ";"):
        text = text.replace(sign, "\\" + sign)
    return text.replace("\n", "\\n")


def fold(line: str) -> str:
    """`line` in pieces of at most 75 bytes, each but the first begun by a blank; no letter is cut in two."""
    if len(line.encode()) <= LONGEST:
        return line
    pieces, room = [""], LONGEST
    for letter in line:
        size = len(letter.encode())
        if size > room:
            pieces.append(" ")
            room = LONGEST - 1
        pieces[-1] += letter
        room -= size
    return "\r\n".join(pieces)


def file(lines: Iterable[str]) -> bytes:
    """The lines as a UTF-8 file."""
    return ("\r\n".join(map(fold, lines)) + "\r\n").encode()
