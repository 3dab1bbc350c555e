"""A picture from a phone made into a master with a record: upright, small enough, with nothing private."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from pathlib import Path, PurePath

from PIL import Image

from sitekit.pictures import encode, faults, licences, master, metadata, sniff, storage
from sitekit.pictures.faults import PictureError
from sitekit.pictures.settings import FLAT_COLOURS, LANGUAGES
from sitekit.pictures.sources import slug

#: Pixels of the longer side beyond which a master holds nothing that any rendition needs.
LONGEST = 3200
#: JPEG quality of a master: every rendition is made from it, so nothing may be lost that shows.
QUALITY = 92
#: What a record says of each gap, in the language of those who fill it.
HINTS = {
    "description": "ảnh cho thấy gì, cho người không nhìn thấy; một câu, 8–25 từ",
    "caption": "dòng chữ dưới ảnh; địa điểm trước; ngắn",
    "creator": "người chụp",
    "credit": "ghi nguồn thế nào, nếu khác người chụp",
    "licence": f"ví dụ CC-BY-4.0, CC0-1.0, {licences.RESERVED}",
    "source": "ảnh từ đâu: tên tệp gốc, người gửi hoặc địa chỉ",
    "place": "tên khóa trong data/places.yml",
    "taken": "ngày chụp, ví dụ 2026-05-19",
    "focal_point": "chủ thể ở đâu: từ trái, từ trên, 0 đến 1",
    "consent": "ai đồng ý cho chụp và khi nào, hoặc: không có người",
}


@dataclass(frozen=True)
class Added:
    """What was written: the master, its record, and the names of the record's gaps."""

    picture: Path
    record: Path
    gaps: tuple[str, ...]


def add(
    file: Path,
    folder: Path,
    place: str | None = None,
    name: str = "",
    known: dict[str, str] | None = None,
) -> Added:
    """Put the photograph `file` into `folder` as a master with a record.

    `name` is the new name without ending (default: from the file's own), `known` what is known of
    it (`creator`, `credit`, `licence`, `source`). PictureError when `file` is no usable photograph,
    FileExistsError (with the path) when a master or record of that name is there already.
    """
    data = file.read_bytes()
    if sniff.kind(data[: sniff.HEAD], file.suffix.lower()) == "vector":
        raise PictureError(faults.OTHER_FORMAT, format="SVG")
    with master.quiet():
        found = master.raster(data, whole=True)
    image = found.image
    assert image is not None  # noqa: S101 (told to the type checker)
    facts = {**found.said, "source": file.name, **{k: v for k, v in (known or {}).items() if v}}
    target = folder / f"{slug(PurePath(f'{name or file.stem}.x'))}.jpg"
    record = target.with_suffix(".yml")
    for path in (*folder.glob(f"{target.stem}.*"), record):
        if path.exists():
            raise FileExistsError(path)
    # what has been a JPEG has its losses already; as PNG it would only be larger
    flat = not data.startswith(b"\xff\xd8") and image.getcolors(FLAT_COLOURS) is not None
    target = target.with_suffix(".png") if flat else target
    image.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    text, gaps = _record(facts, place)
    folder.mkdir(parents=True, exist_ok=True)
    # the record first: a picture alone would be published without a description
    storage.write(record, text.encode())
    storage.write(target, _encode(image, flat, metadata.rights(facts, {})))
    return Added(target, record, tuple(gaps))


def _encode(image: Image.Image, flat: bool, rights: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    notes = {"exif": metadata.exif(rights)} if rights else {}
    if flat:
        image.save(buffer, "PNG", optimize=True, **notes)
    else:
        tables = [encode.table(QUALITY)] * 2
        image.save(buffer, "JPEG", qtables=tables, subsampling="4:4:4", optimize=True, **notes)
    return buffer.getvalue()


def _record(facts: dict[str, str], place: str | None) -> tuple[str, list[str]]:
    """The text of a record with `facts` filled in, and the names of what is left to fill."""
    lines, gaps = ["# Chỗ nào còn trống thì điền; xóa dòng chú thích sau dấu # khi đã xong."], []

    def line(key: str, value: object, needed: bool = True) -> None:
        empty = value in ("", None)
        if empty and needed:
            gaps.append(key)
        said = "" if empty else json.dumps(value, ensure_ascii=False)
        hint = f"  # {HINTS[key]}" if empty and key in HINTS else ""
        lines.append(f"{key}: {said}".rstrip() + hint)

    for key in ("description", "caption"):
        lines.append(f"{key}:  # {HINTS[key]}")
        lines.extend(f"  {code}:" for code in LANGUAGES)
        gaps += [f"{key}.{code}" for code in LANGUAGES]
    line("kind", "photo")
    line("creator", facts.get("creator", ""))
    line("credit", facts.get("credit") or facts.get("creator", ""))
    if facts.get("copyright"):
        line("copyright", facts["copyright"])
    line("licence", facts.get("licence", ""))
    if facts.get("licence_url"):
        line("licence_url", facts["licence_url"])
    line("source", facts.get("source", ""))
    line("place", place, needed=False)
    line("taken", facts.get("taken", ""), needed=False)
    line("consent", "")
    lines.append(f"focal_point: [0.5, 0.5]  # {HINTS['focal_point']}")
    return "\n".join(lines) + "\n", gaps
