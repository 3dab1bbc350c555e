"""Publishes one folder to one place, in a process of its own that a test can kill: `deliver_once.py SITE TARGET CACHE [rollback]`."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from sitekit.publishing import deliver, release, remote
from sitekit.publishing.local import Local


def main(site: str, place: str, cache: str) -> None:
    """Stage and deliver; prints the release's name."""
    target = remote.Remote(place) if re.fullmatch(r"[^/]+:.*", place) else Local(Path(place))
    with tempfile.TemporaryDirectory(dir=cache) as folder:
        print("staging", flush=True)
        release.stage(Path(site), Path(folder) / "stage", "c" * 40, ["html", "css"], Path(cache) / "compressed")
        print("delivering", flush=True)
        print(deliver.publish(Path(folder) / "stage", target), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
