"""The site's colours, read where the site names them."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

TOKENS = "docs/stylesheets/tokens.css"
SCHEME = re.compile(r'^\[data-md-color-scheme="(\w+)"\] \{(.*?)\}', re.DOTALL | re.MULTILINE)
TOKEN = re.compile(r"--site-([a-z-]+): (#[0-9a-f]{6});")


@lru_cache(maxsize=4)
def load(root: Path) -> dict[str, dict[str, str]]:
    """Name → `#rrggbb` of every colour, of the light dress (`default`) and the dark one (`slate`)."""
    found: dict[str, dict[str, str]] = {}
    for name, rules in SCHEME.findall((root / TOKENS).read_text("utf-8")):
        found.setdefault(name, {}).update(TOKEN.findall(rules))
    return found


def between(first: str, second: str, share: float) -> str:
    """The colour that has `share` (0 to 1) of `second` and the rest of `first`."""
    parts = zip(bytes.fromhex(first[1:]), bytes.fromhex(second[1:]), strict=True)
    return "#" + bytes(round(a + (b - a) * share) for a, b in parts).hex()
