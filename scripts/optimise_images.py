"""Prepare pictures: from the masters an editor drops into a folder to what a phone should load.

Reads pictures and their records (`name.yml` beside `name.svg` or `name.jpg`), writes AVIF, WebP and JPEG in several
widths and crops, and a manifest that the build reads. Unchanged pictures are not touched. Exit codes: 0 all good,
1 a picture could not be used (the others were made), 2 wrong usage.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from sitekit.pictures import prepare
from sitekit.pictures_step import FOLDER, SOURCE

ROOT = Path(__file__).resolve().parent.parent
SUMMARY = {
    "vi": "{total} ảnh gốc · {new} mới hoặc đã đổi · {unchanged} không đổi · {bad} không dùng được\n{before:.1f} MB → {after:.1f} MB",
    "en": "{total} masters · {new} new or changed · {unchanged} unchanged · {bad} not usable\n{before:.1f} MB → {after:.1f} MB",
}


def main(argv: list[str] | None = None) -> int:
    """Run the step and print what was done, in an editor's words."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, default=ROOT / SOURCE, help="folder of masters and records")
    parser.add_argument("--output", type=Path, default=ROOT / FOLDER / "out", help="folder of renditions")
    parser.add_argument("--cache", type=Path, default=ROOT / FOLDER / "store", help="folder of finished work")
    parser.add_argument("--manifest", type=Path, default=ROOT / FOLDER / "manifest.json", help="list of all renditions")
    parser.add_argument("--best", action="store_true", help="smaller AVIF files for a release, several times slower")
    parser.add_argument("--jobs", type=int, help="pictures at a time (default: one per core)")
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="language of messages")
    options = parser.parse_args(argv)
    os.environ["SITE_LANG"] = options.lang
    result = prepare(options.source, options.output, options.cache, options.manifest, best=options.best, jobs=options.jobs)
    for problem in result.problems:
        print(problem.text(options.lang) + "\n", file=sys.stderr)
    images = result.manifest["images"]
    rows = [row for image in images.values() for rows in (image["renditions"], *image["crops"].values()) for row in rows]
    print(SUMMARY[options.lang].format(
        total=len(images) + result.counts["bad"], **result.counts,
        before=sum((options.source / name).stat().st_size for name in images) / 1e6,
        after=sum(row["bytes"] for row in rows) / 1e6))  # fmt: skip
    return 1 if result.problems else 0


if __name__ == "__main__":
    sys.exit(main())
