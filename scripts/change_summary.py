"""Tóm tắt một thay đổi cho người biên tập: trang nào đổi, ngôn ngữ nào còn thiếu gì. In ra Markdown.

A summary of a change for its editor, as Markdown: which pages changed, what is missing in which language.

Exit codes: 0 written, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

from sitekit import changed_pages, languages
from sitekit.changed_pages import Changes
from sitekit.checking import report_markdown, run, status, status_text
from sitekit.checking.corpus import Corpus
from sitekit.checking.rules import RULES
from sitekit.hosting import redirects

ROOT = Path(__file__).resolve().parent.parent
COMMIT = re.compile(r"[0-9a-f]{7,40}")
WORDS = {
    "vi": {"title": "Thay đổi này", "page": "trang", "none": "Không trang nào đổi.", "gone": "Bỏ trang", "data": "Số liệu, danh mục",
           "pictures": "Ảnh", "others": "{count} tệp khác (mẫu trang, công cụ)", "new": "Trang mới, cần thêm vào data/published.txt",
           "unknown": "Không rõ thay đổi so với bản nào."},
    "en": {"title": "This change", "page": "page", "none": "No page changed.", "gone": "Removed", "data": "Figures and lists",
           "pictures": "Pictures", "others": "{count} other files (templates, tools)",
           "new": "New pages, to be added to data/published.txt", "unknown": "It is not known what to compare with."},
}  # fmt: skip


def _rows(base: str) -> list[str] | None:
    """What git says changed since `base`; None when it cannot say."""
    if not COMMIT.fullmatch(base) or not base.strip("0"):
        return None
    done = subprocess.run(["git", "-c", "core.quotePath=off", "diff", "--name-status", "--no-renames", f"{base}...HEAD"], cwd=ROOT,
                          capture_output=True, text=True, check=False)  # fmt: skip
    return done.stdout.splitlines() if done.returncode == 0 else None


def changes(found: Changes | None, codes: list[str], language: str, missing: list[str]) -> str:
    """The part on what changed; `missing`: pages that the list of published ones lacks."""
    said = WORDS[language]
    rows = [f"## {said['title']}", ""]
    if found is None:
        rows.append(said["unknown"])
    else:
        if found.pages:
            rows += [f"| {said['page']} | {' | '.join(codes)} |", "|---" * (len(codes) + 1) + "|"]
            for name, at in sorted(found.pages.items()):
                rows.append(f"| `{name}` | {' | '.join('✎' if code in at else '' for code in codes)} |")
        else:
            rows.append(said["none"])
        lists = (("gone", sorted(found.gone)), ("data", found.data), ("pictures", found.pictures))
        rows += [f"\n{said[key]}: " + ", ".join(f"`{each}`" for each in listed) for key, listed in lists if listed]
        if found.others:
            rows.append("\n" + said["others"].format(count=found.others))
    if missing:
        rows.append(f"\n{said['new']}: " + ", ".join(f"`{name}`" for name in missing))
    return "\n".join([*rows, ""])


def main(argv: list[str] | None = None) -> int:
    """Print the summary."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", default="", help="commit để so sánh · commit to compare with")
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="ngôn ngữ · language of the summary")
    options = parser.parse_args(argv)
    codes = list(languages.load(ROOT))
    rows = _rows(options.base)
    names = {file.relative_to(ROOT / "docs" / code).with_suffix("").as_posix() for code in codes
             for file in (ROOT / "docs" / code).rglob("*.md")}  # fmt: skip
    missing = sorted(names - set(redirects.published(ROOT)))
    corpus = Corpus(ROOT)
    print(changes(changed_pages.read(rows, codes) if rows is not None else None, codes, options.lang, missing))
    print(report_markdown.report(run.check(corpus, RULES), options.lang))
    print(status_text.markdown(status.table(corpus), options.lang))
    return 0


if __name__ == "__main__":
    sys.exit(main())
