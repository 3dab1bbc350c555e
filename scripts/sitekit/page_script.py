"""The one script of all pages: joined from small files, named by its content. It does what must work before anything is loaded."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from pathlib import Path

from sitekit.search import programs

FOLDER = "javascripts/"
SOURCE = Path(__file__).resolve().parents[2] / "docs" / FOLDER
#: The files, each independent of the others.
PARTS = ("colours", "search", "pictures", "sharing", "filter", "leaves", "reading")


@lru_cache
def _joined(texts: tuple[str, ...]) -> str:
    """The text without comment lines and the blanks before a line, each part in a scope of its own."""
    parts = ("\n".join(line.strip() for line in text.splitlines() if line.strip() and not line.strip().startswith("//")) for text in texts)
    return "".join(f"{{\n{part}\n}}\n" for part in parts)


def source() -> str:
    """The text of the script as the files are now, after what they know of the site: its root, and the programs of search."""
    known = json.dumps({name: programs.path(name) for name in programs.PARTS}, separators=(",", ":"))
    begin = f'const root = new URL("..", import.meta.url).href, programs = {known};\n'
    return begin + _joined(tuple((SOURCE / f"{name}.js").read_text("utf-8") for name in PARTS))


def path() -> str:
    """Where it is published, below the site's root; the name changes with the content."""
    return f"{FOLDER}site.{hashlib.sha256(source().encode()).hexdigest()[:10]}.js"


def write(folder: Path) -> None:
    """Write the script below `folder`."""
    target = folder / path()
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(source(), "utf-8")
