"""The key of IndexNow, which search engines look for on the site: `<key>.txt` with the key in it."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from sitekit.problems import Problem
from sitekit.site import Site

VARIABLE = "INDEXNOW_KEY"
FORM = re.compile(r"[A-Za-z0-9-]{8,128}")


def key(environment: Mapping[str, str] = os.environ) -> str:
    """The key; empty when none is set."""
    return environment.get(VARIABLE, "").strip()


def problems(_: Site) -> list[Problem]:
    """A key that no search engine would take stops the build: its file would be looked for in vain."""
    return [] if not key() or FORM.fullmatch(key()) else [Problem("notify-key", VARIABLE)]


def write(folder: Path, environment: Mapping[str, str] = os.environ) -> None:
    """Write the key's file into the built site in `folder`, when a key is set."""
    if found := key(environment):
        (folder / f"{found}.txt").write_text(found, "utf-8")
