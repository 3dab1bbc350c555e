"""What a built site consists of: every file with the digest of its content, so that two builds can be compared."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

#: A page that asks not to be indexed: no search engine is told of it, and one that begins to ask so counts as gone.
NOINDEX = re.compile(rb'<meta name="robots" content="[^"]*noindex')

Manifest = dict[str, str]


def of(folder: Path) -> Manifest:
    """Path below `folder` → SHA-256 in hexadecimal digits, of every file but pages that ask not to be indexed; in order of paths."""
    found: Manifest = {}
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            data = file.read_bytes()
            if not (file.suffix == ".html" and NOINDEX.search(data)):
                found[file.relative_to(folder).as_posix()] = hashlib.sha256(data).hexdigest()
    return found


def write(manifest: Manifest, target: Path) -> None:
    """Keep `manifest` as JSON."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(manifest, indent=0, sort_keys=True) + "\n", "utf-8")


def read(source: Path) -> Manifest:
    """A manifest that `write` kept; OSError or ValueError when it cannot be read."""
    rows = json.loads(source.read_text("utf-8"))
    if not isinstance(rows, dict) or not all(isinstance(digest, str) for digest in rows.values()):
        raise ValueError(source)
    return rows
