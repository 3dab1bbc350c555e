"""The programs that run in the browser: joined from small files, named by their content."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

CLIENT = Path(__file__).with_name("client")
FOLDER = "search/"
#: Program → the files it is joined from, in this order; each file defines what the later ones use.
PARTS = {
    "worker": ("fold", "tokens", "parts", "pages", "typing", "endings", "fillers", "terms", "candidates", "units", "naming", "ranking",
               "excerpt", "worker"),
    "box": ("results", "box"),
    "highlight": ("fold", "highlight"),
}  # fmt: skip


@lru_cache
def source(program: str) -> str:
    """The text of `program`: what a visitor waits for leaves out comments and the blanks before a line."""
    lines = (line.strip() for part in PARTS[program] for line in (CLIENT / f"{part}.js").read_text("utf-8").splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))


def path(program: str) -> str:
    """Where `program` is published, below the site's root; the name changes with the content."""
    digest = hashlib.sha256(source(program).encode()).hexdigest()[:10]
    return f"{FOLDER}{program}.{digest}.js"
