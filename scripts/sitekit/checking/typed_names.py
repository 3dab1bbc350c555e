"""Names as a person types them after a command, and what is said when there is no such thing."""

from __future__ import annotations

import sys

from sitekit.checking.corpus import Corpus
from sitekit.problems import closest

SAID = {
    "vi": {
        "rule": "Không có quy tắc “{word}”. Tên gần nhất là “{near}”.",
        "page": "Không có trang “{word}”. Trang gần nhất là “{near}”.",
        "root": "Không có trang nào ở “{word}”: cần một thư mục có docs/.",
        "path": "Không có “{word}” trong dự án này.",
        "fault": "Lỗi này là của công cụ, không phải của bài viết. Bài viết của bạn không bị thay đổi.\n"
                 "Chạy lại kèm --debug rồi gửi những gì hiện ra cho người phụ trách kỹ thuật. ({word})",
    },
    "en": {
        "rule": "There is no rule “{word}”. The closest name is “{near}”.",
        "page": "There is no page “{word}”. The closest is “{near}”.",
        "root": "There are no pages in “{word}”: a folder with docs/ is needed.",
        "path": "There is no “{word}” in this project.",
        "fault": "This is a fault of the tool, not of the pages. Your pages were not changed.\n"
                 "Run it again with --debug and send what it prints to whoever looks after it. ({word})",
    },
}  # fmt: skip


def refuse(language: str, kind: str, word: str, near: str = "", code: int = 2) -> int:
    """Say why nothing was done; the exit code."""
    print(SAID[language][kind].format(word=word, near=near), file=sys.stderr)
    return code


def speak_utf8() -> None:
    """Messages hold letters that some terminals are not set up for: these are shown as codes, not refused."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def split(typed: str) -> tuple[str, str]:
    """Language and name of a page typed as `lo/visit/cua-lo`, `docs/lo/visit/cua-lo.md` or anything between."""
    code, _, name = typed.replace("\\", "/").removeprefix("./").removeprefix("docs/").removesuffix(".md").partition("/")
    return code, name


def unknown(corpus: Corpus, typed: str, missing_too: bool = False) -> str:
    """The nearest page when `typed` names none of the project; empty when it does. `missing_too`: a page not yet translated counts."""
    code, name = split(typed)
    if code in corpus.languages and (corpus.exists(code, name) or (missing_too and name in corpus.names)):
        return ""
    known = [f"{own}/{page}" for page, codes in corpus.names.items() for own in codes]
    return closest(f"{code}/{name}", known) or next(iter(known), "—")
