"""Short texts that change when anything does that results are made from: our code, the tools, data and static files."""

from __future__ import annotations

import json
import os
from pathlib import Path

from sitekit.programs_digest import code, of, tree
from sitekit.reference_day import VARIABLE
from sitekit.site import Site

__all__ = ["code", "of", "project", "surroundings"]
#: What the engine and the templates read beside pages: folders and files of the project.
PARTS = ("data", "overrides", "docs", "mkdocs.yml")
#: Pages are looked at one by one, pictures by their manifest.
LEFT_OUT = (".md", ".pyc")
IMAGES = "docs/assets/images"


def project(site: Site) -> str:
    """All that decides a result beside pages: code, tools, data, templates, static files, pictures."""
    return site.once(("project",), lambda: _project(site))


def surroundings(site: Site, site_url: str) -> str:
    """All that decides a page beside its own text and the pages that it reads: which pages exist is part of it."""
    return site.once(("surroundings", site_url),
                     lambda: of(project(site), site_url, os.environ.get(VARIABLE, ""), site.pages.existing()))  # fmt: skip


def _project(site: Site) -> str:
    root, images = site.root, site.root / IMAGES
    files = (Path(folder) / name for part in PARTS for folder, _, names in os.walk(root / part) for name in names)
    wanted = [file for file in files if file.suffix not in LEFT_OUT and not file.is_relative_to(images)]
    wanted += [root / part for part in PARTS if (root / part).is_file()]
    return of(code(), tree(wanted, root), json.dumps(site.images, sort_keys=True, default=str))
