"""Nhận một ảnh từ điện thoại: xoay thẳng, bỏ thông tin riêng tư, đặt tên, thu nhỏ, viết bản ghi.

Ảnh được đặt vào thư mục ảnh gốc (tối đa 3.200 điểm mỗi chiều, không còn vị trí GPS hay số máy), cạnh
nó là bản ghi `ten.yml` với những gì biết được; chỗ còn trống thì bạn điền.

Take a picture from a phone: turned upright, nothing private left, an ASCII name, at most 3,200 pixels
a side, and a record beside it with what is known and clear gaps for the rest.

Exit codes: 0 added, 1 the picture cannot be used, 2 wrong usage, 3 the files could not be written.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import yaml

from sitekit.pictures import adding, faults
from sitekit.pictures_step import SOURCE
from sitekit.problems import closest

ROOT = Path(__file__).resolve().parent.parent
SAID = {
    "vi": {
        "added": "Đã thêm {picture} và bản ghi {record}.\nCòn phải điền trong bản ghi: {gaps}",
        "exists": "{path} đã có. Chọn tên khác bằng --name.",
        "absent": "Không có tệp {path}.",
        "place": "Không có địa điểm “{place}” trong data/places.yml. Gần nhất: {closest}",
    },
    "en": {
        "added": "Added {picture} and its record {record}.\nStill to fill in the record: {gaps}",
        "exists": "{path} is there already. Choose another name with --name.",
        "absent": "There is no file {path}.",
        "place": "There is no place “{place}” in data/places.yml. Nearest: {closest}",
    },
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("file", type=Path, help="ảnh từ điện thoại · the picture")
    add("--place", help="khóa trong data/places.yml · key in data/places.yml")
    add("--name", default="", help="tên mới, không đuôi · new name without ending")
    for key in ("creator", "credit", "licence", "source"):
        add(f"--{key}", default="", help=f"{adding.HINTS[key]} · {key}")
    add("--folder", type=Path, default=ROOT / SOURCE, help="thư mục ảnh gốc · folder of masters")
    add("--lang", choices=("vi", "en"), default="vi", help="ngôn ngữ thông báo · messages")
    return parser


def _places() -> list[str]:
    try:
        return list(yaml.safe_load((ROOT / "data/places.yml").read_text("utf-8")))
    except (OSError, yaml.YAMLError, TypeError):
        return []


def _refuse(text: str, code: int) -> int:
    print(text, file=sys.stderr)
    return code


def main(argv: list[str] | None = None) -> int:
    """Add the picture and say what is left to do; the exit code."""
    options = _parser().parse_args(argv)
    os.environ["SITE_LANG"] = options.lang
    said, places = SAID[options.lang], _places()
    if not options.file.is_file():
        return _refuse(said["absent"].format(path=options.file), 2)
    if options.place and places and options.place not in places:
        near = closest(options.place, places) or ", ".join(places)
        return _refuse(said["place"].format(place=options.place, closest=near), 2)
    known = {key: getattr(options, key) for key in ("creator", "credit", "licence", "source")}
    try:
        added = adding.add(options.file, options.folder, options.place, options.name, known)
    except faults.PictureError as error:
        return _refuse(error.problem(str(options.file)).text(options.lang), 1)
    except FileExistsError as error:
        return _refuse(said["exists"].format(path=error), 2)
    except OSError as error:
        return _refuse(str(faults.StorageError(error, options.folder)), 3)
    words = {"picture": added.picture.name, "record": added.record.name}
    print(said["added"].format(gaps=", ".join(added.gaps), **words))
    return 0


if __name__ == "__main__":
    sys.exit(main())
