"""Releases in a folder of this machine."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

from sitekit.publishing import release
from sitekit.publishing.target import CURRENT, PREVIOUS, RELEASES, State, ordered


class Local:
    """Releases below `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / RELEASES).mkdir(parents=True, exist_ok=True)

    def state(self) -> State:
        """What is there."""
        names = ordered([path.name for path in (self.folder / RELEASES).iterdir() if path.is_dir()])
        whole = [name for name in names if (self.folder / RELEASES / name / release.LIST).is_file()]
        return State(whole, [name for name in names if name not in whole], self._leads(CURRENT), self._leads(PREVIOUS))

    def _leads(self, link: str) -> str:
        try:
            return (self.folder / link).readlink().name
        except OSError:
            return ""

    def upload(self, stage: Path, name: str, base: str) -> None:
        """Put the release there; a file that `base` has with the same digest is not written a second time."""
        manifest = release.read(stage)
        if manifest is None:
            raise ValueError(stage)
        target, old = self.folder / RELEASES / name, self.folder / RELEASES / base
        # what a killed run left of this release may be cut off: it is begun anew
        shutil.rmtree(target, ignore_errors=True)
        known = {row["sha256"]: row for row in ((release.read(old) or {"files": []})["files"] if base else [])}
        for row in manifest["files"]:
            place = target / row["path"]
            place.parent.mkdir(parents=True, exist_ok=True)
            same = known.get(row["sha256"])
            if same:
                with contextlib.suppress(OSError):
                    if (old / same["path"]).stat().st_size == row["size"]:
                        os.link(old / same["path"], place)
                        continue
            shutil.copyfile(stage / row["path"], place)
        os.sync()  # a machine that loses power right after the switch still has the whole release
        part = target / f"{release.LIST}.part"
        shutil.copyfile(stage / release.LIST, part)
        part.replace(target / release.LIST)

    def link(self, link: str, name: str) -> None:
        """Replace the link by renaming another one over it, which no visitor can come between."""
        part = self.folder / f".{link}.part"
        part.unlink(missing_ok=True)
        part.symlink_to(f"{RELEASES}/{name}")
        part.replace(self.folder / link)

    def remove(self, name: str) -> None:
        """Remove the release, its list first: half removed it is one that was begun."""
        folder = self.folder / RELEASES / name
        with contextlib.suppress(FileNotFoundError):
            (folder / release.LIST).unlink()
        shutil.rmtree(folder, ignore_errors=True)
