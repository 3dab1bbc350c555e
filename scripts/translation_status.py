"""Xem trang nào đã dịch xong, trang nào cũ, thiếu, hay còn chờ người bản ngữ đọc.

Ghi tên một trang (ví dụ lo/visit/cua-lo) để xem những đoạn tiếng Việt đã đổi sau khi dịch. Chỉ đọc, không sửa gì.

See which pages are translated, which are old, missing, or waiting for a native reader. Name a page (such as
lo/visit/cua-lo) to see the Vietnamese paragraphs that changed since. Reads only.

Exit codes: 0 shown, 2 wrong usage, 3 a fault of this tool.
"""

from __future__ import annotations

import argparse
import sys
import traceback
from pathlib import Path

from sitekit.checking import status, status_html, status_text, typed_names
from sitekit.checking.corpus import Corpus

ROOT = Path(__file__).resolve().parent.parent


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("pages", nargs="*", metavar="LANG/PAGE", help="một bản dịch, ví dụ lo/visit/cua-lo · one translation")
    add("--root", type=Path, default=ROOT, metavar="DIR", help="thư mục dự án · the project")
    add("--lang", choices=("vi", "en"), default="vi", help="ngôn ngữ thông báo · language of messages")
    add("--format", choices=("text", "json", "markdown", "html"), default="text", help="dạng báo cáo · form of the report")
    add("--debug", action="store_true", help="in chi tiết khi công cụ có lỗi · say more about a fault of the tool")
    return parser


def _show(options: argparse.Namespace, corpus: Corpus) -> None:
    table = status.table(corpus)
    if options.pages:
        wanted = [typed_names.split(typed) for typed in options.pages]
        versions = [version for code, name in wanted for version in table.rows[name] if version.code == code]
        print("\n\n".join(status_text.one(version, options.lang) for version in versions))
    elif options.format == "json":
        print(status_text.as_json(table))
    elif options.format == "html":
        print(status_html.html(table, options.lang, corpus.today.isoformat()), end="")
    else:
        print((status_text.markdown if options.format == "markdown" else status_text.text)(table, options.lang))


def main(argv: list[str] | None = None) -> int:
    """Print the state of the translations; the exit code."""
    options = _parser().parse_args(argv)
    typed_names.speak_utf8()
    corpus = Corpus(options.root.absolute())
    if not (options.root / "docs").is_dir():
        return typed_names.refuse(options.lang, "root", str(options.root))
    for typed in options.pages:
        if near := typed_names.unknown(corpus, typed, missing_too=True):
            return typed_names.refuse(options.lang, "page", typed, near)
    try:
        _show(options, corpus)
    except Exception as error:  # whatever it is, an editor is told in a sentence
        if options.debug:
            traceback.print_exc()
        return typed_names.refuse(options.lang, "fault", type(error).__name__, code=3)
    return 0


if __name__ == "__main__":
    sys.exit(main())
