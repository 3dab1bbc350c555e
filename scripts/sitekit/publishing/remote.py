"""Releases on another machine, by rsync alone (3.2.3 or newer on both sides): no shell is needed there."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from pathlib import Path

from sitekit.publishing import release
from sitekit.publishing.target import CURRENT, PREVIOUS, RELEASES, State, ordered

#: `-rw-r--r--   1,234 2026/11/26 10:00:00 name`, links with ` -> target`.
ROW = re.compile(r"(?P<kind>[a-z-])\S+\s+[\d,.]+\s+\S+\s+\S+\s(?P<name>.*)")
ADDRESS = re.compile(r"[^/]+:.*")


class RsyncError(Exception):
    """rsync could not do it; what it said."""


class Remote:
    """Releases below an rsync address such as `web@host:/srv/nghe-an` or `rsync://host/module/nghe-an`."""

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")

    def _run(self, *arguments: str, missing: bool = False) -> str:
        done = subprocess.run(["rsync", *arguments], capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"})
        if done.returncode and not (missing and done.returncode == 23):  # 23: something named is not there
            raise RsyncError(done.stderr.strip() or f"rsync: {done.returncode}")
        return done.stdout

    def _listed(self, *arguments: str) -> list[tuple[str, str]]:
        text = self._run("--list-only", *arguments, missing=True)
        rows = (ROW.fullmatch(line) for line in text.splitlines())
        return [(row["kind"], row["name"]) for row in rows if row]

    def state(self) -> State:
        """What is there."""
        links = dict(name.split(" -> ", 1) for kind, name in self._listed("-l", f"{self.address}/") if kind == "l" and " -> " in name)
        rows = self._listed("-r", "--include=/*/", f"--include=/*/{release.LIST}", "--exclude=*", f"{self.address}/{RELEASES}/")
        files = {name for _, name in rows}
        names = ordered([name for kind, name in rows if kind == "d"])
        whole = [name for name in names if f"{name}/{release.LIST}" in files]
        leads = {link: links.get(link, "").rpartition("/")[2] for link in (CURRENT, PREVIOUS)}
        return State(whole, [name for name in names if name not in whole], leads[CURRENT], leads[PREVIOUS])

    def upload(self, stage: Path, name: str, base: str) -> None:
        """Put the release there; what `base` has already is linked on the other side, not sent."""
        target = f"{self.address}/{RELEASES}/{name}/"
        same = [f"--link-dest=../{base}/"] if base else []
        how = ["-rl", "--checksum", "--delete", "--mkpath", "--chmod=D755,F644", f"--exclude=/{release.LIST}"]
        self._run(*how, *same, f"{stage}/", target)
        self._run("--chmod=F644", str(stage / release.LIST), target)

    def link(self, link: str, name: str) -> None:
        """Replace the link; rsync makes another one and renames it over the old."""
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / link).symlink_to(f"{RELEASES}/{name}")
            self._run("-l", f"{folder}/{link}", f"{self.address}/")

    def remove(self, name: str) -> None:
        """Remove the release, its list first: half removed it is one that was begun."""
        with tempfile.TemporaryDirectory() as empty:
            self._run("-r", "--delete", f"--include=/{release.LIST}", "--exclude=*", f"{empty}/", f"{self.address}/{RELEASES}/{name}/")
            self._run("-r", "--delete", f"--include=/{name}/***", "--exclude=*", f"{empty}/", f"{self.address}/{RELEASES}/")
