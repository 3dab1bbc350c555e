"""What fills the HTML of a page: what it would weigh less without a part."""

from __future__ import annotations

import re

from sitekit.weights.visit import packed

#: Part → where it lies. The rest is head, header, footer and text.
PARTS = {
    "sources": re.compile(r'<section class="site-sources".*?</section>', re.DOTALL),
    "data": re.compile(r'<script type="application/ld\+json">.*?</script>', re.DOTALL),
    "pictures": re.compile(r"<picture>.*?</picture>", re.DOTALL),
    "drawings": re.compile(r"<svg\b.*?</svg>", re.DOTALL),
    "tables": re.compile(r"<table\b.*?</table>", re.DOTALL),
    "lists": re.compile(r"<details\b(?! class=\"site-menu).*?</details>", re.DOTALL),
    "sharing": re.compile(r'<section class="site-share".*?</section>', re.DOTALL),
}


def of(html: str) -> dict[str, int]:
    """Bytes by part, heaviest first, what weighs next to nothing left out."""
    whole = packed(html.encode())
    found: dict[str, int] = {}
    for name, where in PARTS.items():
        html = where.sub("", html)
        without = packed(html.encode())
        found[name], whole = whole - without, without
    return dict(sorted(((name, size) for name, size in found.items() if size > 100), key=lambda row: -row[1])) | {"rest": whole}
