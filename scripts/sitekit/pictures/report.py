"""What a run did, in an editor's words: how much, how heavy, and which page is the heaviest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import IO, Any

from sitekit.pictures import manifest
from sitekit.pictures.run import Result

#: A phone: CSS pixels wide, and pixels per CSS pixel.
PHONE, DENSITY = 390, 2
#: Bytes of all pictures of a page on such a phone.
PAGE_BUDGET = 400_000
WORDS = {
    "vi": {
        "counts": "{total} ảnh gốc: {new} mới, {changed} đã đổi, {unchanged} không đổi, {bad} không dùng được",
        "weights": "Ảnh gốc {before} → điện thoại tải {phone} (mọi ảnh một lần); trên máy chủ {after}, {files} tệp",
        "page": "Trang nặng nhất trên điện thoại: {page}, {weight} ảnh (mức cho phép {limit}){over}",
        "over": " – QUÁ MỨC, hãy bớt ảnh hoặc chọn ảnh ít chi tiết hơn",
        "warning": "Nên xem lại", "problem": "Cần sửa", "progress": "Xử lý ảnh",
    },
    "en": {
        "counts": "{total} masters: {new} new, {changed} changed, {unchanged} unchanged, {bad} not usable",
        "weights": "Masters {before} → a phone loads {phone} (each picture once); on the server {after}, {files} files",
        "page": "Heaviest page on a phone: {page}, {weight} of pictures (budget {limit}){over}",
        "over": " – OVER BUDGET: use fewer pictures or ones with less fine detail",
        "warning": "Worth a look", "problem": "To mend", "progress": "Preparing pictures",
    },
}  # fmt: skip


def size(number: int, language: str) -> str:
    """`number` of bytes as people say it: `1,2 MB`."""
    text = f"{number / 1e6:.1f} MB" if number >= 1_000_000 else f"{round(number / 1000)} kB"
    return text.replace(".", ",") if language == "vi" else text


def phone(rows: Iterable[dict[str, Any]], width: int = PHONE) -> int:
    """Bytes that a phone loads of a picture with renditions `rows`: the lightest that is sharp at `width` CSS pixels."""
    by_width: dict[int, int] = {}
    for row in rows:
        by_width[row["width"]] = min(row["bytes"], by_width.get(row["width"], row["bytes"]))
    sharp = [each for each in by_width if each >= width * DENSITY]
    return by_width[min(sharp)] if sharp else by_width[max(by_width)] if by_width else 0


def weigh(uses: Mapping[str, Iterable[tuple[str, str, int]]], images: dict[str, Any]) -> dict[str, int]:
    """Bytes of pictures by page; `uses` says for each page which (picture, crop, CSS pixels wide) it shows."""
    weights = {}
    for page, shown in uses.items():
        seen = set()
        for name, crop, width in shown:
            image = images.get(name)
            if image:
                rows = image["crops"].get(crop, image["renditions"])
                seen.add((name, crop, phone(rows, width)))
        weights[page] = sum(weight for _, _, weight in seen)
    return weights


def summary(result: Result, source: Path, language: str, weights: Mapping[str, int] | None = None) -> str:
    """Two or three lines on `result` of a run over `source`; `weights` are bytes by page."""
    words, images = WORDS[language], result.manifest["images"]
    rows = [row for image in images.values() for row in manifest.rows(image)]
    counts = {
        **result.counts,
        "changed": len(result.changed),
        "new": result.counts["new"] - len(result.changed),
    }
    before = sum((source / name).stat().st_size for name in images if (source / name).is_file())
    lines = [words["counts"].format(total=sum(result.counts.values()), **counts),
             words["weights"].format(
                 before=size(before, language), files=len({row["file"] for row in rows}),
                 phone=size(sum(phone(image["renditions"]) for image in images.values()), language),
                 after=size(sum({row["file"]: row["bytes"] for row in rows}.values()), language))]  # fmt: skip
    if weights:
        page, weight = max(weights.items(), key=lambda item: (item[1], item[0]))
        over = words["over"] if weight > PAGE_BUDGET else ""
        lines.append(words["page"].format(page=page, weight=size(weight, language), over=over,
                                          limit=size(PAGE_BUDGET, language)))  # fmt: skip
    return "\n".join(lines)


def bar(stream: IO[str], language: str) -> Callable[[int, int, str], None] | None:
    """Shows progress on `stream`; None when nobody watches it."""
    if not stream.isatty():
        return None

    def show(done: int, total: int, name: str) -> None:
        filled = 24 * done // total
        line = f"{WORDS[language]['progress']} {'█' * filled}{'·' * (24 - filled)} {done}/{total} {name[:30]}"
        stream.write(f"\r\x1b[K{line}" if done < total else "\r\x1b[K")
        stream.flush()

    return show
