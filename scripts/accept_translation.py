"""Ghi nhận một bản dịch đã theo kịp bản tiếng Việt; kèm --reviewed-by TÊN thì ghi cả người bản ngữ đã đọc.

Chỉ ghi khi bản dịch có cùng các đoạn, danh sách, ảnh, liên kết và con số như bản tiếng Việt. Chỉ sửa phần đầu trang.

Record that a translation is up to date with the Vietnamese page, and with --reviewed-by NAME that a native speaker has
read it. Refused while paragraphs, lists, pictures, links or numbers differ from the Vietnamese page. Touches the header only.

Exit codes: 0 recorded (or nothing to record), 1 refused because the two pages differ, 2 wrong usage, 3 could not be written.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from sitekit.checking import accepting, header_writing, report_text, status_text, typed_names
from sitekit.checking.accepting import Acceptance
from sitekit.checking.corpus import Corpus
from sitekit.languages import REFERENCE

ROOT = Path(__file__).resolve().parent.parent
SAID = {
    "vi": {
        "recorded": "Đã ghi nhận {path}.",
        "reader": "Người bản ngữ đã đọc: {reader}.",
        "had_changed": "Từ lần dịch trước, bản tiếng Việt đã đổi:",
        "nothing": "{path} đã theo kịp bản tiếng Việt; không có gì để ghi.",
        "refused": "Chưa ghi nhận {path}: bản dịch còn khác bản tiếng Việt.",
        "reference": "“{word}” là bản tiếng Việt; chỉ bản dịch mới cần ghi nhận.",
        "orphan": "“{word}” không có bản tiếng Việt cùng tên.",
        "name": "--reviewed-by cần tên một người.",
        "usage": "Ghi tên một bản dịch, ví dụ:  python scripts/accept_translation.py lo/visit/cua-lo",
        "unwritable": "Không ghi được {word}. Chưa có gì bị thay đổi ở tệp này.",
    },
    "en": {
        "recorded": "Recorded {path}.",
        "reader": "Read by a native speaker: {reader}.",
        "had_changed": "Since it was translated the Vietnamese page had changed:",
        "nothing": "{path} is up to date; there is nothing to record.",
        "refused": "{path} was not recorded: it still differs from the Vietnamese page.",
        "reference": "“{word}” is a Vietnamese page; only translations are recorded.",
        "orphan": "“{word}” has no Vietnamese page of the same name.",
        "name": "--reviewed-by needs somebody's name.",
        "usage": "Name a translation, for example:  python scripts/accept_translation.py lo/visit/cua-lo",
        "unwritable": "{word} cannot be written. Nothing in it was changed.",
    },
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("pages", nargs="*", metavar="LANG/PAGE", help="bản dịch, ví dụ lo/visit/cua-lo · translations")
    add("--reviewed-by", metavar="NAME", help="người bản ngữ đã đọc trang · the native speaker who read it")
    add("--all-new", action="store_true", help="mọi bản dịch chưa ghi dịch từ đâu · every translation without any record")
    add("--root", type=Path, default=ROOT, metavar="DIR", help="thư mục dự án · the project")
    add("--lang", choices=("vi", "en"), default="vi", help="ngôn ngữ thông báo · language of messages")
    return parser


def _refuse(language: str, kind: str, word: str = "", code: int = 2) -> int:
    print(SAID[language][kind].format(word=word), file=sys.stderr)
    return code


def _record(root: Path, accepted: Acceptance, reader: str, language: str) -> bool:
    """Write what is to be recorded and say so; False when it was refused."""
    said, path = SAID[language], accepted.page.path
    if accepted.hindrances:
        print(said["refused"].format(path=path) + "\n\n" + report_text.findings(accepted.hindrances, language), file=sys.stderr)
        return False
    if accepted.text is None:
        print(said["nothing"].format(path=path))
        return True
    header_writing.write(root / path, accepted.text)
    print(said["recorded"].format(path=path))
    if accepted.changed:
        print(said["had_changed"])
        rows = [report_text.wrap(status_text.change(place, language), "  ", "      ") for place in accepted.changed]
        print("\n".join(line for row in rows for line in row))
    if reader:
        print(said["reader"].format(reader=reader))
    return True


def _wrong(options: argparse.Namespace, corpus: Corpus) -> int:
    """Exit code 2, and why, when what was typed makes no sense; 0 when it does."""
    if not (options.root / "docs").is_dir():
        return typed_names.refuse(options.lang, "root", str(options.root))
    if bool(options.pages) == options.all_new or (options.all_new and options.reviewed_by is not None):
        return _refuse(options.lang, "usage")
    if options.reviewed_by is not None and not re.search(r"[^\W\d_]", options.reviewed_by):
        return _refuse(options.lang, "name")
    for typed in options.pages:
        code, name = typed_names.split(typed)
        if near := typed_names.unknown(corpus, typed):
            return typed_names.refuse(options.lang, "page", typed, near)
        if code == REFERENCE or not corpus.exists(REFERENCE, name):
            return _refuse(options.lang, "reference" if code == REFERENCE else "orphan", typed)
    return 0


def main(argv: list[str] | None = None) -> int:
    """Record translations; the exit code."""
    options = _parser().parse_args(argv)
    typed_names.speak_utf8()
    corpus = Corpus(options.root.absolute())
    if code := _wrong(options, corpus):
        return code
    reader = " ".join((options.reviewed_by or "").split())
    pages = accepting.unstamped(corpus) if options.all_new else [typed_names.split(typed) for typed in options.pages]
    good = True
    for language, name in pages:
        try:
            good &= _record(corpus.root, accepting.prepare(corpus, language, name, reader), reader, options.lang)
        except OSError:
            return _refuse(options.lang, "unwritable", f"docs/{language}/{name}.md", code=3)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
