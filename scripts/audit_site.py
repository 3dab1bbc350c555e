"""Kiểm tra trang web vừa dựng trong `site/`, không sửa gì; nói rõ chỗ nào cần sửa.

Look at the built site and at nothing else: links, translations, titles, structured data, sitemaps, cards, feeds, weights and more.

Exit codes: 0 nothing to mend, 1 something to mend (and what), 2 wrong usage or no built site there, 3 a fault of this tool.
"""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from pathlib import Path

from sitekit.audit import limits
from sitekit.audit.audits import AUDITS, TABLES
from sitekit.audit.built import Built
from sitekit.problems import Problem

ROOT = Path(__file__).resolve().parent.parent
#: So many problems of one audit are shown; the rest is counted.
SHOWN = 20
WORDS = {"vi": ("{pages} trang · {languages} ngôn ngữ", "và {count} chỗ nữa", "Không có gì phải sửa.", "{count} chỗ cần sửa."),
         "en": ("{pages} pages · {languages} languages", "and {count} more", "Nothing to mend.", "{count} things to mend.")}  # fmt: skip


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="thư mục đã dựng · folder of the built site")
    parser.add_argument("--only", choices=list(AUDITS), action="append", help="chỉ mục này · only this audit (may be repeated)")
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="ngôn ngữ · language of messages")
    return parser


def run(site: Built, names: list[str], language: str) -> int:
    """Run the audits and print what each found; the number of problems."""
    whole, more, *last = WORDS[language]
    print("  " + whole.format(pages=len(site.pages), languages=len({page.lang for page in site.pages.values()})))
    count = 0
    for name in names:
        found = AUDITS[name](site)
        count += len(found)
        print(f"  {len(found) or 'ok':<5}{limits.table()['titles'][name][language]}", flush=True)
        if name in TABLES:
            print(TABLES[name](site, language), flush=True)
        for problem in found[:SHOWN]:
            print(f"\n{problem.text(language)}", file=sys.stderr)
        if len(found) > SHOWN:
            print(f"\n… {more.format(count=len(found) - SHOWN)}", file=sys.stderr)
    print("  " + (last[1].format(count=count) if count else last[0]))
    return count


def main(argv: list[str] | None = None) -> int:
    """Audit the site; the exit code."""
    options = _parser().parse_args(argv)
    os.environ["SITE_LANG"] = options.lang
    try:
        site = Built(options.site)
    except (FileNotFoundError, NotADirectoryError):
        print(Problem("no-site", str(options.site)).text(options.lang), file=sys.stderr)
        return 2
    try:
        return 1 if run(site, options.only or list(AUDITS), options.lang) else 0
    except Exception:
        traceback.print_exc()
        print("\n" + Problem("audit-fault", "scripts/audit_site.py").text(options.lang), file=sys.stderr)
        return 3


if __name__ == "__main__":
    sys.exit(main())
