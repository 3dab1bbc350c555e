"""Ghi bản kê các tệp của trang web đã dựng, để lần đăng sau biết trang nào đã đổi.

Write the list of files of the built site: path → SHA-256, as JSON. Two such lists are what
scripts/notify_search_engines.py compares; keep that of the last publication.

Exit codes: 0 written, 1 there is no built site, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sitekit.notifying import manifest
from sitekit.problems import Problem

ROOT = Path(__file__).resolve().parent.parent


def main(argv: list[str] | None = None) -> int:
    """Write the list; exit 1 when there is nothing to list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path, metavar="FILE", help="tệp để ghi · file to write")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="thư mục trang web · folder of the built site")
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="ngôn ngữ · language of messages")
    options = parser.parse_args(argv)
    if not (options.site / "index.html").is_file():
        print(Problem("notify-no-site", str(options.site)).text(options.lang), file=sys.stderr)
        return 1
    manifest.write(manifest.of(options.site), options.output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
