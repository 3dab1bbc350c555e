"""Kiểm tra bài viết và bản dịch: cái gì thiếu, cũ hoặc sai, trước khi khách nhìn thấy.

Chỉ đọc, không sửa gì. Không in gì khi mọi thứ đều ổn. Muốn xem riêng một trang hay một thư mục thì ghi đường dẫn của nó.

Check pages and translations: what is missing, old or wrong, before a visitor sees it. Reads sources only and writes
nothing; prints nothing when all is well. Name pages or folders to look at these only.

Exit codes: 0 clean (perhaps with warnings), 1 something must be mended, 2 wrong usage, 3 a fault of this tool.
"""

from __future__ import annotations

import argparse
import datetime
import os
import sys
import traceback
from pathlib import Path

from sitekit.checking import explain, report_github, report_json, report_text, run, typed_names
from sitekit.checking.corpus import Corpus
from sitekit.checking.rules import BY_NAME, RULES
from sitekit.checking.suppress import RULE as EXCEPTIONS
from sitekit.intake import files
from sitekit.problems import closest

ROOT = Path(__file__).resolve().parent.parent
KNOWN = (*BY_NAME, EXCEPTIONS)
REPORTS = {"text": report_text.report, "json": report_json.report, "github": report_github.report}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="trang hoặc thư mục cần xem · pages or folders to look at")
    add("--root", type=Path, default=ROOT, metavar="DIR", help="thư mục dự án · the project")
    add("--lang", choices=("vi", "en"), default="vi", help="ngôn ngữ thông báo · language of messages")
    add("--format", choices=tuple(REPORTS), default="text", help="dạng báo cáo · form of the report")
    add("--only", nargs="+", action="extend", metavar="RULE", default=[], help="chỉ các quy tắc này · these rules only")
    add("--explain", metavar="RULE", help="quy tắc nghĩa là gì · what a rule means")
    add("--debug", action="store_true", help="in chi tiết khi công cụ có lỗi · say more about a fault of the tool")
    return parser


def _today() -> datetime.date | None:
    """The day that counts as today: SOURCE_DATE_EPOCH where it is set, as in reproducible builds."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.datetime.fromtimestamp(int(seconds), datetime.UTC).date() if seconds.isdecimal() and len(seconds) < 12 else None


def _relative(root: Path, typed: str) -> str | None:
    """`typed` relative to the project, whether typed from there or from the current folder; None when it is not in it."""
    for path in (Path(typed), root / typed):
        full = Path(os.path.abspath(path))  # noqa: PTH100 (resolve would follow links out of the project)
        if full.exists() and full.is_relative_to(root):
            return full.relative_to(root).as_posix()
    return None


def _check(options: argparse.Namespace, root: Path, paths: list[str]) -> int:
    if stopped := files.problems(root):  # of these nothing is read
        print("\n\n".join(problem.text(options.lang) for problem in stopped))
        return 1
    corpus = Corpus(root, paths, _today())
    rules = [rule for rule in RULES if not options.only or rule.name in options.only]
    found = run.check(corpus, rules, BY_NAME)
    if options.only and EXCEPTIONS not in options.only:
        found = [one for one in found if one.problem.rule != EXCEPTIONS]
    if text := REPORTS[options.format](found, options.lang):
        print(text)
    if not found and options.format == "text" and sys.stderr.isatty():
        print(report_text.clean(len(corpus.names), len(corpus.languages), options.lang), file=sys.stderr)
    return 1 if any(one.level == "error" for one in found) else 0


def main(argv: list[str] | None = None) -> int:
    """Run the check and print what it found; the exit code."""
    options = _parser().parse_args(argv)
    typed_names.speak_utf8()
    # `--only RULE … PATH`: what is no rule but is there, or looks like a path, is a path
    options.paths += [name for name in options.only if name not in KNOWN and ("/" in name or Path(name).exists())]
    options.only = [name for name in options.only if name not in options.paths]
    for name in [*options.only, *([options.explain] if options.explain else [])]:
        if name not in KNOWN:
            return typed_names.refuse(options.lang, "rule", name, closest(name, KNOWN) or ", ".join(KNOWN))
    if options.explain:
        print(explain.page(options.explain, options.lang))
        return 0
    root = Path(os.path.abspath(options.root))  # noqa: PTH100 (resolve would change paths that a person typed)
    if not (root / "docs").is_dir():
        return typed_names.refuse(options.lang, "root", str(options.root))
    paths = [(typed, _relative(root, typed)) for typed in options.paths]
    for typed, path in paths:
        if path is None:
            return typed_names.refuse(options.lang, "path", typed)
    try:
        return _check(options, root, [path for _, path in paths if path is not None])
    except Exception as error:  # whatever it is, an editor is told in a sentence
        if options.debug:
            traceback.print_exc()
        return typed_names.refuse(options.lang, "fault", type(error).__name__, code=3)


if __name__ == "__main__":
    sys.exit(main())
