"""Nodes of a graph: plain dictionaries in the form that JSON-LD has."""

from __future__ import annotations

import json
from typing import Any

Node = dict[str, Any]


def ref(ident: str) -> Node:
    """A node that is described elsewhere."""
    return {"@id": ident}


def node(kind: str | list[str], ident: str = "", **values: Any) -> Node:
    """A node of type `kind`; what has no value is left out."""
    named = {"@id": ident} if ident else {}
    return {"@type": kind, **named, **{key: value for key, value in values.items() if value not in ("", None, [], {})}}


def script(graph: list[Node]) -> str:
    """The text of `<script type="application/ld+json">` for the nodes of `graph`: no text in it can end the element."""
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
