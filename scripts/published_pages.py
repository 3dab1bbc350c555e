"""So danh sách trang đã đăng (data/published.txt) với các trang hiện có; --add ghi thêm trang mới.

Compare the list of published pages with the pages there are; --add writes new ones down. Lines are never removed: the
addresses of a page that is gone are kept alive by data/redirects.yml.

Exit codes: 0 complete, 1 pages are missing in the list (and which), 2 wrong usage.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sitekit import languages
from sitekit.hosting import redirects
from sitekit.pages import Pages
from sitekit.problems import ContentError, Problem

ROOT = Path(__file__).resolve().parent.parent


def main(argv: list[str] | None = None) -> int:
    """Compare, or add; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--add", action="store_true", help="ghi thêm trang mới · write new pages down")
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="ngôn ngữ · language of messages")
    options = parser.parse_args(argv)
    try:
        missing = redirects.unlisted(ROOT, Pages(ROOT, languages.load(ROOT)))
    except ContentError as error:
        print("\n\n".join(problem.text(options.lang) for problem in error.problems), file=sys.stderr)
        return 1
    if options.add and missing:
        file = ROOT / redirects.PUBLISHED
        head = [line for line in file.read_text("utf-8").splitlines() if line.startswith("#")]
        file.write_text("\n".join([*head, *sorted({*redirects.published(ROOT), *missing})]) + "\n", "utf-8")
        return 0
    for name in missing:
        print(Problem("page-unlisted", redirects.PUBLISHED, words={"name": name}).text(options.lang), file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
