"""Names for files and addresses: small Latin letters, digits and hyphens."""

from __future__ import annotations

import re
import unicodedata

#: A longer name would break file systems once width, hash and ending are added.
LONGEST = 120


def slug(text: str) -> str:
    """`text` as such a name, accents taken off: `Biển/Đồi chè` → `bien-doi-che`; empty when nothing is left of it."""
    split = unicodedata.normalize("NFKD", text.replace("Đ", "D").replace("đ", "d"))
    plain = "".join(char for char in split if not unicodedata.combining(char)).lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].strip("-")
