"""Puts indexes and programs into the built site."""

from __future__ import annotations

import gc
import hashlib
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

from sitekit import fingerprint, kept
from sitekit.pages import address
from sitekit.readings import EVERY
from sitekit.search import index, programs
from sitekit.site import Site


def jobs(site: Site, folder: Path, site_url: str) -> list[Callable[[], None]]:
    """One for each language and one for the programs: root of the index and its parts in the built site in `folder`; older ones go."""
    target = folder / programs.FOLDER
    target.mkdir(parents=True, exist_ok=True)
    for old in target.glob("*.js"):
        old.unlink()
    for code in site.languages:
        shutil.rmtree(target / code, ignore_errors=True)
    return [partial(_programs, folder), *(partial(_write, site, folder, code, site_url) for code in site.languages)]


def _programs(folder: Path) -> None:
    for program in programs.PARTS:
        (folder / programs.path(program)).write_text(programs.source(program), "utf-8")


def _write(site: Site, folder: Path, code: str, site_url: str) -> None:
    """The index of one language; the one of the last build when every page of it is what it was."""
    name = f"search/{code}"
    names = [address(each, site.languages[code]) for each in site.pages.names()]
    pages = {each: (folder / each / "index.html").read_bytes() for each in names}
    read = [hashlib.sha256(page).hexdigest() for page in pages.values()] if kept.used() else []
    key = fingerprint.of(fingerprint.surroundings(site, site_url), site.pages.state(EVERY), read) if kept.used() else ""
    known = kept.read(site.root, name) or {"key": None}
    if known["key"] != key:
        built = _quickly(site, pages, code, site_url)
        known = {"key": key, "files": {path: text.decode() for path, text in built.items()}}
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
