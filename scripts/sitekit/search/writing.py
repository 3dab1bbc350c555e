"""Puts indexes and programs into the built site."""

from __future__ import annotations

import gc
import shutil
from pathlib import Path

from sitekit import fingerprint, kept
from sitekit.page_files import PageFiles
from sitekit.readings import EVERY
from sitekit.search import index, programs
from sitekit.site import Site


def programs_of(folder: Path) -> None:
    """Write the programs into the built site in `folder`; older ones go."""
    target = folder / programs.FOLDER
    target.mkdir(parents=True, exist_ok=True)
    for old in target.glob("*.js"):
        old.unlink()
    for program in programs.PARTS:
        (folder / programs.path(program)).write_text(programs.source(program), "utf-8")


def write(built: PageFiles, site_url: str) -> None:
    """Write the index of the `built` pages of a language into their site; that of the last build when they are the same."""
    site, code, folder = built.site, built.code, built.folder
    shutil.rmtree(folder / programs.FOLDER / code, ignore_errors=True)
    name = f"search/{code}"
    read = [built.digest(each) for each in built.names] if kept.used() else []
    key = fingerprint.of(fingerprint.surroundings(site, site_url), site.pages.state(EVERY), read) if kept.used() else ""
    known = kept.read(site.root, name) or {"key": None}
    if known["key"] != key:
        pages = {built.address(each): built.html(each) for each in built.names}
        known = {"key": key, "files": {path: text.decode() for path, text in _quickly(site, pages, code, site_url).items()}}
        kept.write(site.root, name, known)
    files = {folder / programs.FOLDER / f"{path}.json": text for path, text in known["files"].items()}
    for place in {file.parent for file in files}:
        place.mkdir(parents=True, exist_ok=True)
    for file, text in files.items():
        file.write_bytes(text.encode())


def _quickly(site: Site, pages: dict[str, bytes], code: str, site_url: str) -> dict[str, bytes]:
    # a million small lists and no circle among them: looking for circles again and again would take a sixth of the time
    looked = gc.isenabled()
    gc.disable()
    try:
        return index.build(site, pages, code, site_url)
    finally:
        if looked:
            gc.enable()
