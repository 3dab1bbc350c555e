"""The picture step inside a build: prepare what changed, hand over the manifest."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from sitekit.pictures import prepare, report
from sitekit.problems import tool_language

SOURCE = "docs/assets/images"
FOLDER = ".cache/pictures"


def manifest(root: Path) -> dict[str, Any]:
    """The manifest's images by file name; bad pictures are reported and keep their last good renditions."""
    folder = root / FOLDER
    result = prepare(root / SOURCE, folder / "out", folder / "store", folder / "manifest.json",
                     progress=report.bar(sys.stderr, tool_language()))  # fmt: skip
    for problem in result.problems:
        print(problem.text(), file=sys.stderr)
    images: dict[str, Any] = result.manifest["images"]
    return images
