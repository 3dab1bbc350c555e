"""Makes the awkward files that people drop into folders."""

from __future__ import annotations

import io
import random
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms, ImageDraw, ImageFilter

from sitekit.pictures.run import Result

Run = Callable[..., Result]
RED, BLUE, GREEN, GREY = (200, 30, 30), (30, 30, 200), (30, 160, 60), (120, 120, 120)
#: Where the four colours of `quarters` stand after a camera's orientation 6 is applied.
TURNS_RIGHT = (((0.2, 0.2), GREEN), ((0.8, 0.2), RED), ((0.2, 0.8), GREY), ((0.8, 0.8), BLUE))
RECORD = """\
description: {vi: Đồi chè buổi sớm, en: Tea hills at dawn, lo: ພູຊາຍາມເຊົ້າ, zh: 清晨的茶山}
caption: {vi: Đồi chè, en: Tea hills, lo: ພູຊາ, zh: 茶山}
kind: photo
creator: Nguyễn Văn An
credit: Trang Nghệ An
licence: CC-BY-4.0
source: test
consent: no people
focal_point: [0.5, 0.5]
"""
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">'
    '<path fill="#c81e1e" d="M0 0h150v200H0z"/><path fill="#1e1ec8" d="M150 0h150v200H150z"/></svg>'
)


def quarters(size: tuple[int, int] = (600, 400)) -> Image.Image:
    """Four colours, so that every turn and mirror image shows: red, blue over green, grey."""
    width, height = size
    image = Image.new("RGB", size, RED)
    draw = ImageDraw.Draw(image)
    draw.rectangle((width // 2, 0, width, height // 2 - 1), BLUE)
    draw.rectangle((0, height // 2, width // 2 - 1, height), GREEN)
    draw.rectangle((width // 2, height // 2, width, height), GREY)
    return image


def scene(size: tuple[int, int] = (640, 480), seed: int = 1) -> Image.Image:
    """Something like a photograph: soft shapes, gradients and fine noise, from `seed`."""
    rng = random.Random(seed)
    image = Image.linear_gradient("L").resize(size).convert("RGB")
    draw = ImageDraw.Draw(image)
    for _ in range(60):
        x, y, r = rng.randrange(size[0]), rng.randrange(size[1]), rng.randrange(8, size[1] // 3)
        colour = (rng.randrange(256), rng.randrange(256), rng.randrange(256))
        draw.ellipse((x - r, y - r // 2, x + r, y + r), colour)
    image = image.filter(ImageFilter.GaussianBlur(2))
    noise = Image.frombytes("L", size, rng.randbytes(size[0] * size[1]))
    return Image.blend(image, noise.convert("RGB"), 0.08)


def encoded(image: Image.Image, form: str, **options: Any) -> bytes:
    """`image` as bytes in Pillow's format `form`."""
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


def camera_exif(orientation: int = 1) -> Image.Exif:
    """What a phone writes: place, serial number, maker's note, owner, time."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "PhoneMaker"
    exif[0x013B] = "Trần Thị Bình".encode()
    exif[0x8298] = "© Báo Nghệ An".encode()
    details = exif.get_ifd(0x8769)
    details[0x9003] = "2026:05:19 06:30:00"
    details[0xA431] = "SERIAL-12345"
    details[0x927C] = b"MAKERNOTE-SECRET"
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (18.0, 40.0, 12.0), "E", (105.0, 41.0, 3.0)
    return exif


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is `width` × `height`."""

    def chunk(name: bytes, data: bytes) -> bytes:
        check = zlib.crc32(name + data)
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = zlib.compress(b"\0" * 4096)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def display_p3() -> bytes:
    """A profile with Display P3's primaries (adapted to D50) and gamma 2.2, built by hand."""

    def xyz(*values: float) -> bytes:
        return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(v * 65536) for v in values))

    text = b"P3 for tests"
    description = b"desc\0\0\0\0" + struct.pack(">I", len(text) + 1) + text + b"\0" + b"\0" * 78
    gamma = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256)) + b"\0\0"
    tags = {
        b"desc": description, b"cprt": b"text\0\0\0\0none\0", b"wtpt": xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": xyz(0.5151, 0.2412, -0.0011), b"gXYZ": xyz(0.2920, 0.6922, 0.0419),
        b"bXYZ": xyz(0.1571, 0.0666, 0.7841), b"rTRC": gamma, b"gTRC": gamma, b"bTRC": gamma,
    }  # fmt: skip
    table, body, at = b"", b"", 128 + 4 + 12 * len(tags)
    for name, data in tags.items():
        padded = data + b"\0" * (-len(data) % 4)
        table += name + struct.pack(">II", at + len(body), len(data))
        body += padded
    start = bytearray(128)
    start[8:12] = bytes([2, 0x20, 0, 0])
    start[12:24] = b"mntrRGB XYZ "
    start[36:40] = b"acsp"
    start[68:80] = struct.pack(">3i", *(round(v * 65536) for v in (0.9642, 1.0, 0.8249)))
    whole = bytes(start) + struct.pack(">I", len(tags)) + table + body
    whole = struct.pack(">I", len(whole)) + whole[4:]
    ImageCms.ImageCmsProfile(io.BytesIO(whole))
    return whole


def open_row(out: Path, rows: list[dict[str, Any]], form: str = "jpeg", at: int = 0) -> Image.Image:
    """The rendition of format `form`, the `at`th by width, decoded."""
    row = [row for row in rows if row["format"] == form][at]
    with Image.open(out / row["file"]) as opened:
        opened.load()
        return opened


def pixel(image: Image.Image, x: float, y: float) -> tuple[int, int, int]:
    """The colour at (x, y), both 0 to 1."""
    found = image.convert("RGB").getpixel((int(x * (image.width - 1)), int(y * (image.height - 1))))
    assert isinstance(found, tuple)
    return int(found[0]), int(found[1]), int(found[2])


def near(actual: tuple[int, ...], wanted: tuple[int, ...], tolerance: int = 12) -> bool:
    """Whether two colours differ by at most `tolerance` in each channel."""
    return all(abs(a - b) <= tolerance for a, b in zip(actual, wanted, strict=True))
