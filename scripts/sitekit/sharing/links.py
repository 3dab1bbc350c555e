"""Addresses that open a network's own form with this page in it."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any

from sitekit import localtext, queries


def packed(url: str) -> str:
    """`url` as base64 of JSON. Blanks fill it to whole groups: a `=` at the end is read differently here and there."""
    text = json.dumps({"url": url}, separators=(",", ":"))
    text += " " * (-len(text.encode()) % 3)
    return base64.b64encode(text.encode()).decode()


def of(sharing: Mapping[str, Any], language: str, url: str, title: str, picture: str) -> list[dict[str, str]]:
    """Key, name and address of every network, in the order of `language`; `url` and `picture` are absolute."""
    text = f"{title}\r\n\r\n{url}\r\n"
    plain = {"url": url, "title": title, "text": text, "picture": picture, "packed": packed(url)}
    values = {key: queries.value(value) for key, value in plain.items()}
    rows = ((key, sharing["networks"][key]) for key in sharing["order"][language])
    return [{"key": key, "name": localtext.pick(row["name"], language), "url": row["url"].format_map(values)} for key, row in rows]
