"""Báo cho máy tìm kiếm những trang vừa đổi: IndexNow (Bing, Yandex, Naver, Seznam) và Baidu.

Tell search engines which pages have changed, from the lists of files (scripts/site_manifest.py) of the site before and
after. Run it after the site is published, with these variables:

  SITE_URL           address of the site, as in the build
  INDEXNOW_KEY       8–128 characters; the build puts <key>.txt into the site when it is set
  BAIDU_PUSH_TOKEN   from Baidu's search resource platform (搜索资源平台, 普通收录, API提交)

INDEXNOW_ENDPOINT and BAIDU_PUSH_ENDPOINT replace the addresses that are told. Answers that may pass (429, 5xx, none) are
tried again, twice as long each time. Exit codes: 0 told, or nothing has changed; 1 somebody did not take all; 2 wrong usage.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from check_publishable import problems as unpublishable
from sitekit.notifying import changes, key_file, manifest, services
from sitekit.notifying.changes import Changes
from sitekit.notifying.sending import Sender
from sitekit.problems import Problem

Service = services.IndexNow | services.Baidu


def whom(environment: Mapping[str, str], site_url: str) -> list[Service]:
    """The services for which the environment has a key."""
    found: list[Service] = []
    if key := key_file.key(environment):
        found.append(services.IndexNow(key, site_url, environment.get("INDEXNOW_ENDPOINT") or services.INDEXNOW))
    if token := environment.get("BAIDU_PUSH_TOKEN", "").strip():
        found.append(services.Baidu(token, site_url, environment.get("BAIDU_PUSH_ENDPOINT") or services.BAIDU))
    return found


def tell(found: Changes, to: list[Service], sender: Sender, language: str) -> int:
    """Tell everybody; 1 when somebody did not take all. One that fails keeps nobody else from being told."""
    code = 0
    for service in to:
        for outcome in service.tell(found, sender):
            print(f"{outcome.service}: {outcome.taken}/{outcome.told}")
            if outcome.fault:
                words = {"service": outcome.service, "count": outcome.told - outcome.taken, "status": outcome.status,
                         "reason": outcome.fault}  # fmt: skip
                print(Problem("notify-refused", outcome.service, words=words).text(language), file=sys.stderr)
                code = 1
    return code


def _read(path: Path) -> manifest.Manifest | Problem:
    try:
        return manifest.read(path)
    except (OSError, ValueError) as error:
        return Problem("notify-manifest", str(path), words={"reason": error})


def _usage(environment: Mapping[str, str], site_url: str, dry: bool) -> list[Problem]:
    """What keeps this run from telling anybody anything."""
    found = unpublishable(site_url, {"official": True}, unofficial=True)
    if key_file.key(environment) and not key_file.FORM.fullmatch(key_file.key(environment)):
        found.append(Problem("notify-key", key_file.VARIABLE))
    if not dry and not whom(environment, site_url):
        found.append(Problem("notify-nobody", key_file.VARIABLE))
    return found


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old", type=Path, nargs="?", help="bản kê lần trước · list of the last publication")
    parser.add_argument("new", type=Path, help="bản kê bây giờ · list of the site as it is now")
    parser.add_argument("--first", action="store_true", help="lần đầu: mọi trang đều mới · the first time: every page is new")
    parser.add_argument("--dry-run", action="store_true", help="chỉ in địa chỉ, không gửi · print the addresses, send nothing")
    parser.add_argument("--timeout", type=float, default=20, help="giây chờ trả lời · seconds to wait for an answer")
    parser.add_argument("--attempts", type=int, default=4, help="số lần thử · how often to try")
    parser.add_argument("--pause", type=float, default=2, help="giây trước lần thử thứ hai · seconds before the second time")
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="ngôn ngữ · language of messages")
    options = parser.parse_args(argv)
    if bool(options.old) == options.first:
        parser.error("OLD NEW, or --first NEW")
    return options


def main(argv: list[str] | None = None) -> int:
    """Compare the lists and tell what differs."""
    options = _arguments(argv)
    site_url = os.environ.get("SITE_URL", "")
    lists = [_read(path) if path else {} for path in (options.old, options.new)]
    faults = [each for each in lists if isinstance(each, Problem)] + _usage(os.environ, site_url, options.dry_run)
    if faults:
        print("\n\n".join(fault.text(options.lang) for fault in faults), file=sys.stderr)
        return 2
    old, new = (each for each in lists if not isinstance(each, Problem))
    found = changes.between(old, new, site_url)
    if options.dry_run:
        for sign, urls in (("+", found.changed), ("-", found.gone)):
            print("".join(f"{sign} {url}\n" for url in urls), end="")
        return 0
    sender = Sender(options.timeout, max(1, options.attempts), options.pause)
    return tell(found, whom(os.environ, site_url), sender, options.lang) if found else 0


if __name__ == "__main__":
    sys.exit(main())
