"""Whatever an editor drops into the folder comes out right, or is answered."""

from __future__ import annotations

import io
import os
import struct
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from pictures.makers import (
    BLUE,
    GREEN,
    GREY,
    RED,
    Run,
    bomb,
    camera_exif,
    display_p3,
    encoded,
    near,
    open_row,
    pixel,
    quarters,
    scene,
)
from PIL import Image

from sitekit.pictures import faults, master

SMALL = (500, 400)


def _transparent() -> Image.Image:
    image = Image.new("RGBA", SMALL, (0, 0, 0, 0))
    image.paste((*GREEN, 255), (0, 0, SMALL[0] // 2, SMALL[1]))
    return image


def _frames(form: str) -> bytes:
    others = [Image.new("RGB", SMALL, BLUE)]
    return encoded(Image.new("RGB", SMALL, RED), form, save_all=True, append_images=others, duration=90)


GREY_16 = Image.new("I;16", SMALL, 30000)
FLOATS = Image.new("F", SMALL, 0.5)
FLAT_RED = Image.new("RGB", SMALL, RED)
#: Name of the file, its content, the colour at the left and at the right.
KINDS: list[tuple[str, bytes, tuple[int, int, int], tuple[int, int, int]]] = [
    ("cmyk.jpg", encoded(FLAT_RED.convert("CMYK"), "JPEG", quality=95), RED, RED),
    ("progressive.jpg", encoded(FLAT_RED, "JPEG", progressive=True, quality=95), RED, RED),
    ("grey.jpg", encoded(Image.new("L", SMALL, 90), "JPEG"), (90, 90, 90), (90, 90, 90)),
    ("rgba.png", encoded(_transparent(), "PNG"), GREEN, (255, 255, 255)),
    ("palette.png", encoded(_transparent().quantize(8), "PNG"), GREEN, (255, 255, 255)),
    ("grey-alpha.png", encoded(_transparent().convert("LA"), "PNG"), (110, 110, 110), (255,) * 3),
    ("one-bit.png", encoded(Image.new("1", SMALL, 1), "PNG"), (255,) * 3, (255,) * 3),
    ("key.png", encoded(FLAT_RED, "PNG", transparency=RED), (255,) * 3, (255,) * 3),
    ("grey16.png", encoded(GREY_16, "PNG"), (117,) * 3, (117,) * 3),
    ("white16.png", encoded(Image.new("I;16", SMALL, 65535), "PNG"), (255,) * 3, (255,) * 3),
    ("grey16.tif", encoded(GREY_16, "TIFF"), (117,) * 3, (117,) * 3),
    ("floats.tif", encoded(FLOATS, "TIFF"), (127,) * 3, (127,) * 3),
    ("packed.tiff", encoded(FLAT_RED, "TIFF", compression="tiff_lzw"), RED, RED),
    ("lab.tif", encoded(Image.new("LAB", SMALL, (138, 128, 128)), "TIFF"), (129,) * 3, (129,) * 3),
    ("a.webp", encoded(FLAT_RED, "WEBP", lossless=True), RED, RED),
    ("see-through.webp", encoded(_transparent(), "WEBP", lossless=True), GREEN, (255,) * 3),
    ("a.avif", encoded(FLAT_RED, "AVIF", quality=95), RED, RED),
    ("still.gif", encoded(FLAT_RED, "GIF"), RED, RED),
    ("moving.gif", _frames("GIF"), RED, RED),
    ("moving.webp", _frames("WEBP"), RED, RED),
    ("moving.png", _frames("PNG"), RED, RED),
    ("two-pages.tif", _frames("TIFF"), RED, RED),
    ("two-pictures.jpg", _frames("MPO"), RED, RED),
    ("wrong-ending.png", encoded(FLAT_RED, "JPEG", quality=95), RED, RED),
]


@pytest.mark.parametrize(("name", "data", "left", "right"), KINDS, ids=[kind[0] for kind in KINDS])
def test_every_kind_of_picture_keeps_its_colours(
    name: str, data: bytes, left: tuple[int, int, int], right: tuple[int, int, int],
    folder: Path, run: Run, out: Path,
) -> None:  # fmt: skip
    """Each kind of file comes out in the colours it has, in every format, white where transparent."""
    (folder / name).write_bytes(data)
    result = run()
    assert result.problems == []
    rows = result.manifest["images"][name]["renditions"]
    for form in {row["format"] for row in rows}:
        opened = open_row(out, rows, form)
        assert near(pixel(opened, 0.2, 0.5), left), form
        assert near(pixel(opened, 0.8, 0.5), right), form
    moving = name.startswith(("moving", "two-pages"))
    assert (faults.ANIMATED in {problem.rule for problem in result.warnings}) == moving


#: Colours at the upper left, upper right, lower left, lower right once upright.
TURNS = {
    1: (RED, BLUE, GREEN, GREY), 2: (BLUE, RED, GREY, GREEN), 3: (GREY, GREEN, BLUE, RED),
    4: (GREEN, GREY, RED, BLUE), 5: (RED, GREEN, BLUE, GREY), 6: (GREEN, RED, GREY, BLUE),
    7: (GREY, BLUE, GREEN, RED), 8: (BLUE, GREY, RED, GREEN),
}  # fmt: skip


@pytest.mark.parametrize("orientation", TURNS)
def test_every_orientation_comes_out_upright(orientation: int) -> None:
    """A picture taken with the phone in any position stands upright, and its size says so."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    found = master.raster(encoded(quarters((600, 400)), "JPEG", quality=95, exif=exif))
    assert found.size == ((600, 400) if orientation < 5 else (400, 600))
    assert found.image is not None
    assert found.image.size == found.size
    places = [(0.2, 0.2), (0.8, 0.2), (0.2, 0.8), (0.8, 0.8)]
    for place, wanted in zip(places, TURNS[orientation], strict=True):
        assert near(pixel(found.image, *place), wanted)


def _to_srgb_from_p3(colour: tuple[int, int, int]) -> tuple[int, int, int]:
    """The textbook's arithmetic, independent of the library that the pipeline uses."""
    linear = [(value / 255) ** 2.2 for value in colour]
    p3 = ((0.5151, 0.2920, 0.1571), (0.2412, 0.6922, 0.0666), (-0.0011, 0.0419, 0.7841))
    xyz = [sum(a * b for a, b in zip(row, linear, strict=True)) for row in p3]
    back = ((3.1339, -1.6169, -0.4906), (-0.9788, 1.9161, 0.0335), (0.0719, -0.2290, 1.4052))
    rgb = [min(max(sum(a * b for a, b in zip(row, xyz, strict=True)), 0), 1) for row in back]
    encoded_ = [12.92 * v if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055 for v in rgb]
    return round(encoded_[0] * 255), round(encoded_[1] * 255), round(encoded_[2] * 255)


@pytest.mark.parametrize("colour", [(200, 100, 50), (60, 180, 90), (40, 60, 200), (128, 128, 128)])
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_wide_colours_are_converted(colour: tuple[int, int, int], form: str) -> None:
    """A Display P3 picture is converted to sRGB, to the colours that arithmetic gives."""
    options: dict[str, Any] = {"PNG": {}, "WEBP": {"lossless": True}}.get(form, {"quality": 95})
    data = encoded(Image.new("RGB", SMALL, colour), form, icc_profile=display_p3(), **options)
    image = master.raster(data).image
    assert image is not None
    assert near(pixel(image, 0.5, 0.5), _to_srgb_from_p3(colour), 5)


def test_a_broken_profile_is_ignored_and_mentioned(folder: Path, run: Run, out: Path) -> None:
    """A damaged colour profile changes no colour, is copied nowhere, and the editor hears of it."""
    (folder / "a.png").write_bytes(encoded(FLAT_RED, "PNG", icc_profile=b"broken" * 40))
    result = run()
    assert [problem.rule for problem in result.warnings] == [faults.NO_RECORD, faults.PROFILE]
    for file in out.iterdir():
        with Image.open(file) as opened:
            assert "icc_profile" not in opened.info
            assert near(pixel(opened, 0.5, 0.5), RED)


def test_a_panorama_is_never_wider_or_higher_than_it_helps(folder: Path, run: Run, out: Path) -> None:
    """30,000 pixels wide or high: every rendition is decodable, cuts are sharp, nothing is distorted."""
    wide = quarters((30_000, 900))
    (folder / "wide.jpg").write_bytes(encoded(wide, "JPEG", quality=90))
    (folder / "high.png").write_bytes(encoded(quarters((300, 30_000)), "PNG"))
    (folder / "line.png").write_bytes(encoded(Image.new("RGB", (3000, 1), RED), "PNG"))
    result = run()
    assert result.problems == []
    images = result.manifest["images"]
    assert (images["wide.jpg"]["width"], images["wide.jpg"]["height"]) == (30_000, 900)
    assert {row["width"] for row in images["wide.jpg"]["renditions"]} == {
        400,
        800,
        1200,
        1600,
        2000,
    }
    hero = images["wide.jpg"]["crops"]["hero"]
    assert max(row["width"] for row in hero) == 1600
    assert all(row["height"] <= 16_000 for row in images["high.png"]["renditions"])
    assert {row["height"] for row in images["line.png"]["renditions"]} == {1}
    with Image.open(out / hero[-1]["file"]) as opened:
        assert near(pixel(opened, 0.25, 0.25), RED)
        assert near(pixel(opened, 0.75, 0.75), GREY)


def test_decoding_at_a_smaller_scale_does_not_show() -> None:
    """A huge photograph is decoded at half size or less; a sharp one of moderate size is not."""
    image = scene((4100, 3000))
    data = encoded(image.resize((8200, 6000)), "JPEG", quality=90)
    found = master.raster(data)
    assert found.image is not None
    assert found.size == (8200, 6000)
    assert found.image.size == (4100, 3000)
    small = found.image.resize((400, 293)).convert("L")
    direct = image.resize((400, 293)).convert("L")
    pairs = zip(small.tobytes(), direct.tobytes(), strict=True)
    assert sum(abs(a - b) for a, b in pairs) / (400 * 293) < 1.5
    moderate = master.raster(encoded(scene((1000, 700)), "JPEG")).image
    assert moderate is not None
    assert moderate.size == (1000, 700)


@pytest.mark.parametrize("size", [(12_000, 11_000), (20_000, 20_000), (60_000, 60_000)])
def test_bombs_are_refused_before_decoding(size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of a hundred bytes that promises a gigapixel is refused by its promise."""
    monkeypatch.setattr(Image.Image, "load", lambda *_: pytest.fail("decoded"))
    with pytest.raises(faults.PictureError, match="picture-too-large"), master.quiet():
        master.raster(bomb(*size))


def _boxes(brand: bytes) -> bytes:
    return struct.pack(">I", 24) + b"ftyp" + brand + b"\0\0\0\0" + brand + b"mif1" + b"\0" * 200


PHOTO = encoded(scene((600, 400)), "JPEG", quality=90)
ANSWERS = [
    ("phone.heic", _boxes(b"heic"), faults.HEIC),
    ("phone.jpg", _boxes(b"heix"), faults.HEIC),
    ("film.jpg", struct.pack(">I", 16) + b"ftypisom" + b"\0" * 99, faults.OTHER_FORMAT),
    ("paper.jpg", b"%PDF-1.7\n" + b"x" * 99, faults.OTHER_FORMAT),
    ("layers.psd", b"8BPS\0\1" + b"x" * 99, faults.OTHER_FORMAT),
    ("a.bmp", encoded(FLAT_RED, "BMP"), faults.OTHER_FORMAT),
    ("raw.cr2", b"II*\0" + b"x" * 99, faults.OTHER_FORMAT),
    ("pointer.jpg", b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", faults.LFS),
    ("page.jpg", b"\n<!DOCTYPE html><html><body>404</body></html>", faults.WEB_PAGE),
    ("empty.jpg", b"", "picture-unreadable"),
    ("letters.jpg", b"hello", "picture-unreadable"),
    ("cut.jpg", PHOTO[: len(PHOTO) // 2], "picture-unreadable"),
    ("end-cut.jpg", PHOTO[:-200], "picture-unreadable"),
    ("cut.png", encoded(scene((90, 90)), "PNG")[:5000], "picture-unreadable"),
    ("cut.webp", encoded(scene((90, 90)), "WEBP")[:500], "picture-unreadable"),
    ("cut.avif", encoded(scene((90, 90)), "AVIF")[:500], "picture-unreadable"),
]


@pytest.mark.parametrize(("name", "data", "rule"), ANSWERS, ids=[answer[0] for answer in ANSWERS])
def test_what_cannot_be_used_is_answered(name: str, data: bytes, rule: str, folder: Path, run: Run) -> None:
    """A file that is no usable picture is named with what it is and what to do; the next one is made."""
    (folder / name).write_bytes(data)
    quarters().save(folder / "good.jpg")
    result = run()
    assert list(result.manifest["images"]) == ["good.jpg"]
    assert [(problem.path, problem.rule) for problem in result.problems] == [(name, rule)]
    for language in ("vi", "en"):
        assert "{" not in result.problems[0].text(language)


def test_any_name_becomes_an_ascii_one(folder: Path, run: Run) -> None:
    """Vietnamese, decomposed, spaced and upper-case names work; the manifest speaks NFC."""
    decomposed = unicodedata.normalize("NFD", "Đồi chè Thanh Chương.JPG")
    quarters().save(folder / decomposed, "JPEG")
    composed = unicodedata.normalize("NFC", decomposed)
    (folder / "Biển").mkdir()
    quarters().save(folder / "Biển" / "东 东.png")
    record = "creator: A\nfocal_point: [0.1, 0.1]\n"
    (folder / composed).with_suffix(".yml").write_text(record, "utf-8")
    images = run().manifest["images"]
    assert sorted(images) == sorted(["Biển/东 东.png", composed])
    files = [row["file"] for image in images.values() for row in image["renditions"]]
    assert all(file.startswith(("doi-che-thanh-chuong-", "bien-")) for file in files)
    assert images[composed]["record"]["creator"] == "A", "the record is found in either Unicode form"


def test_two_pictures_do_not_share_a_record(folder: Path, run: Run) -> None:
    """`a.jpg` and `A.png` would share `a.yml`: the second is refused by name."""
    quarters().save(folder / "A.png")
    quarters().save(folder / "a.jpg")
    result = run()
    assert list(result.manifest["images"]) == ["A.png"]
    assert [(found.path, found.rule) for found in result.problems] == [("a.jpg", faults.SAME_NAME)]


def test_what_systems_leave_lying_is_passed_over(folder: Path, run: Run) -> None:
    """Resource forks, thumbnails, notes, pipes and folders named like pictures are no pictures."""
    (folder / "._photo.jpg").write_bytes(b"\0\5\x16\7")
    (folder / ".thumbnails").mkdir()
    quarters().save(folder / ".thumbnails" / "a.png")
    (folder / "notes.txt").write_text("hello")
    (folder / "folder.jpg").mkdir()
    os.mkfifo(folder / "pipe.jpg")
    result = run()
    assert result.manifest["images"] == {}
    assert result.problems == []


def test_damaged_notes_of_the_camera_stop_nothing() -> None:
    """A picture whose EXIF is rubbish is still a picture."""
    data = encoded(FLAT_RED, "JPEG", quality=95, exif=camera_exif(6))
    at = data.index(b"Exif\0\0") + 6
    for seed in range(40):
        damaged = bytearray(data)
        for step in range(8):
            damaged[at + 8 + (seed * 31 + step * 7) % 150] = (seed * 97 + step) % 256
        with master.quiet():
            found = master.raster(bytes(damaged))
        assert found.image is not None
        assert sorted(found.size) == sorted(SMALL)


def test_renditions_below_the_source_are_no_masters(tmp_path: Path) -> None:
    """An output folder inside the source is not taken for more pictures."""
    from sitekit.pictures.run import prepare  # noqa: PLC0415

    quarters().save(tmp_path / "a.png")
    places = (tmp_path / "out", tmp_path / "store", tmp_path / "m.json")
    for _ in range(2):
        result = prepare(tmp_path, *places, jobs=1)
        assert list(result.manifest["images"]) == ["a.png"]
    with Image.open(io.BytesIO((tmp_path / "a.png").read_bytes())) as opened:
        assert opened.size == (600, 400)
