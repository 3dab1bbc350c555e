"""Chuẩn bị ảnh: từ tệp gốc trong thư mục ảnh đến những gì điện thoại cần tải.

Đọc ảnh và bản ghi của chúng (`ten.yml` cạnh `ten.jpg` hoặc `ten.svg`), ghi ra AVIF, WebP, JPEG ở nhiều chiều rộng
và kiểu cắt, cùng một danh mục (manifest) cho việc dựng trang. Ảnh không đổi thì không làm lại. Chạy được trên bất kỳ
thư mục ảnh nào, có hay không có bản ghi.

Prepare pictures: from the masters an editor drops into a folder to what a phone should load. Reads pictures and their
records, writes AVIF, WebP and JPEG in several widths and crops, and the manifest that the build reads. Unchanged
pictures are not touched. Runs on any folder of pictures, with or without records.

Exit codes: 0 all good (perhaps with warnings), 1 a picture or record must be mended (all others were made; with
--check: or something is out of date), 2 wrong usage, 3 the files could not be written.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import yaml

from sitekit.pictures import faults, page_use, report
from sitekit.pictures.run import Result, prepare
from sitekit.pictures_step import FOLDER, SOURCE
from sitekit.problems import Problem

ROOT = Path(__file__).resolve().parent.parent


def _jobs(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 64:
        raise argparse.ArgumentTypeError("1–64")
    return number


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add, folder = parser.add_argument, ROOT / FOLDER
    add(
        "--source",
        type=Path,
        default=ROOT / SOURCE,
        help="thư mục ảnh gốc và bản ghi · masters and records",
    )
    add("--output", type=Path, default=folder / "out", help="thư mục ghi các bản ảnh · renditions")
    add("--cache", type=Path, default=folder / "store", help="thư mục việc đã xong · finished work")
    add(
        "--manifest",
        type=Path,
        default=folder / "manifest.json",
        help="danh mục các bản ảnh · list of renditions",
    )
    add(
        "--best",
        action="store_true",
        help="tệp AVIF nhỏ nhất, chậm hơn nhiều · smaller AVIF, several times slower",
    )
    add("--check", action="store_true", help="chỉ kiểm tra, không ghi gì · look only, write nothing")
    add(
        "--jobs",
        type=_jobs,
        metavar="N",
        help="số việc cùng lúc · tasks at a time (mặc định · default: cores)",
    )
    add(
        "--lang",
        choices=("vi", "en"),
        default="vi",
        help="ngôn ngữ thông báo · language of messages",
    )
    return parser


def _places() -> set[str] | None:
    """The site's keys of places; None when there is no such list (another folder's pictures)."""
    try:
        return set(yaml.safe_load((ROOT / "data/places.yml").read_text("utf-8")))
    except (OSError, yaml.YAMLError, TypeError):
        return None


def _print(result: Result, options: argparse.Namespace) -> None:
    words = report.WORDS[options.lang]
    for title, found in ((words["warning"], result.warnings), (words["problem"], result.problems)):
        for problem in found:
            print(f"{title}: {problem.text(options.lang)}\n", file=sys.stderr)
    own = options.source.resolve() == (ROOT / SOURCE).resolve()
    images = result.manifest["images"]
    weights = report.weigh(page_use.read(ROOT, images), images) if own else None
    print(report.summary(result, options.source, options.lang, weights))


def main(argv: list[str] | None = None) -> int:
    """Run the step and print what was done, in an editor's words; the exit code."""
    parser = _parser()
    options = parser.parse_args(argv)
    os.environ["SITE_LANG"] = options.lang
    if not options.source.is_dir():
        problem = Problem(faults.NO_FOLDER, str(options.source))
        print(problem.text(options.lang), file=sys.stderr)
        return 2
    if options.output.resolve() == options.source.resolve():
        parser.error("--output = --source")
    own = options.source.resolve() == (ROOT / SOURCE).resolve()
    try:
        result = prepare(options.source, options.output, options.cache, options.manifest, best=options.best,
                         jobs=options.jobs, check=options.check, places=_places() if own else None,
                         progress=report.bar(sys.stderr, options.lang))  # fmt: skip
    except faults.StorageError as error:
        print("\n\n".join(problem.text(options.lang) for problem in error.problems), file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        return 130
    _print(result, options)
    return 1 if result.problems else 0


if __name__ == "__main__":
    sys.exit(main())
