"""CSS tokens as short text: no comments, one blank where blanks count, no nought before a decimal point."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

NOUGHT = re.compile(r"^([+-]?)0+\.")
NUMBERS = {"number", "dimension", "percentage"}


def text(tokens: Iterable[Any], tight: str = ",") -> str:
    """`tokens` written out; the signs in `tight` need no blanks around them."""
    return _without_blanks("".join(_one(token) for token in tokens), tight) if tight else "".join(_one(token) for token in tokens)


def _one(token: Any) -> str:
    if token.type == "whitespace":
        return "\0"
    if token.type == "comment":
        return ""
    if token.type in NUMBERS:
        return NOUGHT.sub(r"\1.", str(token.serialize()))
    if token.type == "function" and token.lower_name != "url":
        return f"{token.name}({text(token.arguments)})"
    if token.type == "() block":
        return f"({text(token.content, ',:')})"
    return str(token.serialize())


def _without_blanks(written: str, tight: str) -> str:
    """Blanks (noted as NUL, which CSS cannot hold) as one blank, or none beside the signs in `tight` and at the ends."""
    beside = re.compile(f"\0*([{re.escape(tight)}])\0*")
    return re.sub("\0+", " ", beside.sub(r"\1", written.strip("\0")))


def selector(tokens: Iterable[Any]) -> str:
    """The text of a selector."""
    return text(tokens, ",>+~")
