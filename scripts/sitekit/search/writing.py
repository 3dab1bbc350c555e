"""Puts indexes and programs into the built site."""

from __future__ import annotations

import gc
import shutil
from pathlib import Path

from sitekit.search import index, programs
from sitekit.site import Site


def write(site: Site, folder: Path, site_url: str) -> None:
    """Write the root of each index, its parts and the programs into the built site in `folder`; older ones go."""
    target = folder / programs.FOLDER
    target.mkdir(parents=True, exist_ok=True)
    for old in target.glob("*.js"):
        old.unlink()
    for code in site.languages:
        shutil.rmtree(target / code, ignore_errors=True)
    for program in programs.PARTS:
        (folder / programs.path(program)).write_text(programs.source(program), "utf-8")
    # a million small lists and no circle among them: looking for circles again and again would take a sixth of the time
    gc.disable()
    try:
        for code in site.languages:
            for name, text in index.build(site, folder, code, site_url).items():
                file = target / f"{name}.json"
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(text)
    finally:
        gc.enable()
