"""Đăng trang web lên máy chủ: dựng, kiểm tra, chép, rồi đổi sang bản mới trong một khoảnh khắc.

Publish to a server: build, check and audit; then upload beside what is there, switch one link, remove old releases.
`--to` is a folder or an rsync address (web@host:/srv/nghe-an). The server shows TARGET/current (hosting/nginx.conf).

    SITE_URL=https://… python scripts/publish.py --to web@host:/srv/nghe-an
    python scripts/publish.py --to web@host:/srv/nghe-an --rollback

Exit codes: 0 published (or rolled back), 1 may not be published (and why), 2 wrong usage, 3 the target failed.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

import build_site
import check_publishable
import write_hosting
from sitekit import datafiles
from sitekit.audit.built import Built
from sitekit.hosting import policy
from sitekit.pictures import storage
from sitekit.problems import Problem
from sitekit.publishing import deliver, refusing, release, remote
from sitekit.publishing.local import Local
from sitekit.publishing.target import Target
from sitekit.search_engines import EXAMPLE_ADDRESS

ROOT = Path(__file__).resolve().parent.parent
CACHE = ".cache/compressed"


def _target(text: str) -> Target:
    return remote.Remote(text) if remote.ADDRESS.fullmatch(text) else Local(Path(text).resolve())


def before(root: Path, address: str, unofficial: bool) -> tuple[str, list[Problem]]:
    """The commit, and what stands in the way before anything is built."""
    commit, found = refusing.commit(root)
    found += check_publishable.problems(address, datafiles.load(root, "data/publisher.yml"), unofficial)
    return commit, found + (check_publishable.unchecked(root) or [*check_publishable.unlisted(root), *check_publishable.out_of_date(root)])


def after(root: Path, site: Path, address: str) -> list[Problem]:
    """What stands in the way once the site is built."""
    built = Built(site)
    found = refusing.address(built, address) + refusing.audit(built)
    old = [name for name, text in write_hosting.texts(root, site).items()
           if not (root / "hosting" / name).is_file() or (root / "hosting" / name).read_text("utf-8") != text]  # fmt: skip
    return found + [Problem("hosting-old", f"hosting/{name}") for name in old]


def _publish(options: argparse.Namespace, target: Target) -> int:
    address = os.environ.get("SITE_URL", EXAMPLE_ADDRESS)
    commit, found = before(ROOT, address, options.unofficial)
    with tempfile.TemporaryDirectory(prefix="publish-") as folder:
        site = options.site or Path(folder) / "site"
        if not found and not options.site and build_site.main(["--output", str(site), "--lang", options.lang]):
            return 1
        found = found or after(ROOT, site, address)
        for problem in found:
            print(problem.text(options.lang) + "\n", file=sys.stderr)
        if found:
            return 1
        rules = policy.load(ROOT)
        stage = Path(folder) / "stage"
        release.stage(site, stage, commit, rules.compressed, ROOT / CACHE)
        print(deliver.publish(stage, target))
    return 0


def _rollback(options: argparse.Namespace, target: Target) -> int:
    if name := deliver.rollback(target):
        print(name)
        return 0
    print(Problem("publish-no-older", options.to).text(options.lang), file=sys.stderr)
    return 1


def main(argv: list[str] | None = None) -> int:
    """Publish or go back; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--to", required=True, metavar="TARGET", help="thư mục hoặc địa chỉ rsync · folder or rsync address")
    add("--rollback", action="store_true", help="quay về bản trước · show the release before the current one")
    add("--site", type=Path, help="trang đã dựng từ đúng commit này · a site already built from this very commit")
    add("--unofficial", action="store_true", help="đăng khi chưa có cơ quan chủ quản · publish although no body is named")
    add("--lang", choices=("vi", "en"), default="vi", help="ngôn ngữ · language of messages")
    options = parser.parse_args(argv)
    lock = ROOT / ".cache/publish.lock"
    lock.parent.mkdir(exist_ok=True)
    try:
        with storage.locked(lock, wait=False) as alone:
            if not alone:
                print(Problem("publish-busy", options.to).text(options.lang), file=sys.stderr)
                return 3
            target = _target(options.to)
            return _rollback(options, target) if options.rollback else _publish(options, target)
    except (remote.RsyncError, OSError) as error:
        print(Problem("publish-not-written", options.to, words={"reason": error}).text(options.lang), file=sys.stderr)
        return 3


if __name__ == "__main__":
    sys.exit(main())
