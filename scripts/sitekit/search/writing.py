"""Puts indexes and programs into the built site."""

from __future__ import annotations

from pathlib import Path

from sitekit.search import index, programs
from sitekit.site import Site


def write(site: Site, folder: Path, site_url: str) -> None:
    """Write `search/<language>.json` and the programs into the built site in `folder`; older programs go."""
    target = folder / programs.FOLDER
    target.mkdir(parents=True, exist_ok=True)
    wanted = {programs.path(program): program for program in programs.PARTS}
    for file in target.glob("*.js"):
        if programs.FOLDER + file.name not in wanted:
            file.unlink()
    for path, program in wanted.items():
        (folder / path).write_text(programs.source(program), "utf-8")
    for code in site.languages:
        (target / f"{code}.json").write_bytes(index.text(index.build(site, folder, code, site_url)))
