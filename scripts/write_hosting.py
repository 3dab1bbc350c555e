"""Ghi cấu hình máy chủ (hosting/) từ data/hosting.yml, data/redirects.yml và trang web đã dựng.

Write what hosts are told: hosting/nginx.conf, Caddyfile, _headers and _redirects.

Exit codes: 0 written (with --check: up to date), 1 no built site (with --check: not up to date), 2 wrong usage.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sitekit import languages
from sitekit.hosting import caddy, inline, nginx, policy, redirects
from sitekit.problems import Problem

ROOT = Path(__file__).resolve().parent.parent


def texts(root: Path, site: Path) -> dict[str, str]:
    """Name below `hosting/` → text, for the site built in folder `site` from the project in `root`."""
    rules, digests, known = policy.load(root), inline.site(site), languages.load(root)
    moved = redirects.addresses(redirects.load(root), known)
    return {
        "nginx.conf": nginx.write(rules, digests, moved, known.values()),
        "Caddyfile": caddy.write(rules, digests, moved, known.values()),
        "_headers": (site / "_headers").read_text("utf-8"),
        "_redirects": (site / "_redirects").read_text("utf-8"),
    }


def main(argv: list[str] | None = None) -> int:
    """Write or compare the files; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="thư mục trang web · folder of the built site")
    parser.add_argument("--check", action="store_true", help="chỉ so sánh, không ghi · compare only")
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="ngôn ngữ · language of messages")
    options = parser.parse_args(argv)
    if not (options.site / "index.html").is_file():
        print(Problem("no-site", str(options.site)).text(options.lang), file=sys.stderr)
        return 1
    old = []
    for name, text in texts(ROOT, options.site).items():
        file = ROOT / "hosting" / name
        if not file.is_file() or file.read_text("utf-8") != text:
            old.append(file.relative_to(ROOT).as_posix())
            if not options.check:
                file.parent.mkdir(exist_ok=True)
                file.write_text(text, "utf-8")
    for path in old:
        print(Problem("hosting-old", path).text(options.lang) if options.check else path, file=sys.stderr if options.check else sys.stdout)
    return 1 if old and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
