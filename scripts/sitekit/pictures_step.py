"""The picture step inside a build: prepare what changed, hand over the manifest."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import Any

from sitekit.pictures import manifest as manifests
from sitekit.pictures import report
from sitekit.pictures.run import prepare
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
    return {key: published(image) for key, image in result.manifest["images"].items()}


def published(image: dict[str, Any]) -> dict[str, Any]:
    """Manifest entry `image` with the names that its renditions have on the site, and where each lies (`stored`).

    In the cache each is named by its own content, on the site by the content of all of them: of twenty digests in the
    mark-up of one picture a page then carries one, which packs to nothing when it is repeated.
    """
    every = sorted(str(row["file"]) for row in manifests.rows(image))
    digest = hashlib.sha256("\n".join(every).encode()).hexdigest()[:10]

    def name(row: dict[str, Any]) -> dict[str, Any]:
        stem, _, ending = str(row["file"]).split(".")
        return {**row, "file": f"{stem}.{digest}.{ending}", "stored": row["file"]}

    crops = {crop: [name(row) for row in rows] for crop, rows in image["crops"].items()}
    return {**image, "renditions": [name(row) for row in image["renditions"]], "crops": crops}


def stored(row: dict[str, Any]) -> str:
    """The name of the file in the cache that rendition `row` is a copy of."""
    return str(row.get("stored", row["file"]))
