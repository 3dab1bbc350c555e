"""The picture step: right pixels, nothing private, nothing done twice, one bad file stops no other."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from sitekit.pictures import Result, prepare
from sitekit.pictures.run import slug
from sitekit.pictures.settings import FORMATS

RECORD = "creator: Nguyễn Văn An\ncredit: Trang Nghệ An\nlicence: CC-BY-4.0\nfocal_point: [0.9, 0.5]\n"
Run = Callable[[], Result]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder of masters."""
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


@pytest.fixture
def run(tmp_path: Path, folder: Path) -> Run:
    """Runs the step over the folder."""
    return lambda: prepare(folder, tmp_path / "out", tmp_path / "store", tmp_path / "manifest.json", jobs=2)


def _photo(path: Path, size: tuple[int, int] = (900, 600), **options: object) -> Image.Image:
    """A picture whose left half is red and right half blue."""
    image = Image.new("RGB", size, (200, 30, 30))
    image.paste((30, 30, 200), (size[0] // 2, 0, *size))
    image.save(path, **options)  # type: ignore[arg-type]
    return image


def _open(tmp_path: Path, row: dict[str, object]) -> Image.Image:
    return Image.open(tmp_path / "out" / str(row["file"]))


def _near(actual: object, wanted: tuple[int, int, int], tolerance: int = 24) -> bool:
    assert isinstance(actual, tuple)
    return all(abs(int(a) - b) <= tolerance for a, b in zip(actual, wanted, strict=False))


def test_formats_widths_and_honesty(folder: Path, run: Run, tmp_path: Path) -> None:
    """Each width comes in the formats that save bytes, is never upscaled, and the manifest tells the truth."""
    _photo(folder / "a.jpg")
    image = run().manifest["images"]["a.jpg"]
    assert {row["width"] for row in image["renditions"]} == {400, 800}
    for rows in (image["renditions"], *image["crops"].values()):
        for row in rows:
            with _open(tmp_path, row) as opened:
                assert opened.size == (row["width"], row["height"])
                assert opened.format == {"jpeg": "JPEG", "webp": "WEBP", "avif": "AVIF"}[row["format"]]
            assert (tmp_path / "out" / row["file"]).stat().st_size == row["bytes"]
        for width in {row["width"] for row in rows}:
            sizes = [next((row["bytes"] for row in rows if row["width"] == width and row["format"] == form), None)
                     for form in FORMATS]  # fmt: skip
            known = [size for size in sizes if size]
            assert known == sorted(known, reverse=True), "a modern format is published only if it is smaller"


def test_upright_and_private_data_gone(folder: Path, run: Run, tmp_path: Path) -> None:
    """A photograph lying on its side is turned, its place and serial number are gone, its rights are written in."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0xA431] = "SERIAL-1"
    exif.get_ifd(0x8825)[1] = "N"
    _photo(folder / "b.jpg", (900, 600), exif=exif, comment="private note")
    (folder / "b.yml").write_text(RECORD, "utf-8")
    image = run().manifest["images"]["b.jpg"]
    assert (image["width"], image["height"]) == (600, 900)
    for row in image["renditions"]:
        data = (tmp_path / "out" / row["file"]).read_bytes()
        assert b"SERIAL-1" not in data
        assert b"private note" not in data
        with _open(tmp_path, row) as opened:
            assert not opened.getexif().get_ifd(0x8825)
            assert "Nguyễn Văn An".encode() in data


def test_colours_of_other_profiles_and_modes(folder: Path, run: Run, tmp_path: Path) -> None:
    """CMYK, palette with transparency, 16-bit grey and grey come out as the colours they are."""
    red = Image.new("RGB", (500, 400), (200, 30, 30))
    red.convert("CMYK").save(folder / "cmyk.jpg", quality=95)
    see_through = Image.new("RGBA", (500, 400), (0, 0, 0, 0))
    see_through.paste((30, 160, 60, 255), (0, 0, 250, 400))
    see_through.quantize(8).save(folder / "palette.png")
    Image.new("I;16", (500, 400), 30000).save(folder / "grey16.png")
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    red.save(folder / "profile.jpg", quality=95, icc_profile=srgb)
    images = run().manifest["images"]

    def colour(name: str, place: tuple[int, int]) -> object:
        row = next(row for row in images[name]["renditions"] if row["format"] == "jpeg")
        with _open(tmp_path, row) as opened:
            return opened.convert("RGB").getpixel(place)

    assert _near(colour("cmyk.jpg", (200, 150)), (200, 30, 30))
    assert _near(colour("palette.png", (50, 150)), (30, 160, 60))
    assert _near(colour("palette.png", (350, 150)), (255, 255, 255))
    assert _near(colour("grey16.png", (200, 150)), (117, 117, 117))
    assert _near(colour("profile.jpg", (200, 150)), (200, 30, 30))


def test_crop_follows_the_focal_point(folder: Path, run: Run, tmp_path: Path) -> None:
    """An upright cut of a wide picture keeps the side where the record says the subject is."""
    _photo(folder / "c.jpg", (1600, 600))
    (folder / "c.yml").write_text(RECORD, "utf-8")
    row = next(row for row in run().manifest["images"]["c.jpg"]["crops"]["tall"] if row["format"] == "jpeg")
    with _open(tmp_path, row) as opened:
        assert opened.width / opened.height == pytest.approx(0.8, abs=0.01)
        assert _near(opened.getpixel((5, 5)), (30, 30, 200))


def test_bad_files_are_named_and_stop_nothing(folder: Path, run: Run) -> None:
    """A truncated photograph, an empty file and a broken drawing are reported by name; the good picture is made."""
    _photo(folder / "good.jpg")
    buffer = io.BytesIO()
    Image.effect_noise((600, 400), 60).save(buffer, "JPEG")
    (folder / "cut.jpg").write_bytes(buffer.getvalue()[: len(buffer.getvalue()) // 2])
    (folder / "empty.png").write_bytes(b"")
    (folder / "broken.svg").write_text("<svg><", "utf-8")
    result = run()
    assert list(result.manifest["images"]) == ["good.jpg"]
    assert sorted((problem.path, problem.rule) for problem in result.problems) == [
        ("broken.svg", "picture-unreadable"), ("cut.jpg", "picture-unreadable"), ("empty.png", "picture-unreadable")]  # fmt: skip
    assert result.counts == {"new": 1, "unchanged": 0, "bad": 3}


def test_second_run_decodes_nothing(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An unchanged picture is not opened again; a changed caption rewrites no file; a changed focal point does."""
    _photo(folder / "d.jpg")
    (folder / "d.yml").write_text(RECORD, "utf-8")
    first = run()
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()}
    with monkeypatch.context() as patch:
        patch.setattr("sitekit.pictures.master.load", lambda *_: pytest.fail("decoded"))
        (folder / "d.yml").write_text(RECORD + "caption: {vi: Một, en: One}\n", "utf-8")
        second = run()
    assert second.counts == {"new": 0, "unchanged": 1, "bad": 0}
    assert {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()} == before
    assert second.manifest["images"]["d.jpg"]["record"]["caption"] == {"vi": "Một", "en": "One"}
    (folder / "d.yml").write_text(RECORD.replace("0.9", "0.1"), "utf-8")
    assert run().manifest["images"]["d.jpg"]["crops"]["tall"] != first.manifest["images"]["d.jpg"]["crops"]["tall"]


def test_same_bytes_every_time(folder: Path, tmp_path: Path) -> None:
    """Two runs from nothing, with one worker and with two, write the same files and the same manifest."""
    for name in ("e.jpg", "f.png"):
        _photo(folder / name, (1000, 700))
    written = []
    for jobs in (1, 2):
        base = tmp_path / str(jobs)
        prepare(folder, base / "out", base / "store", base / "manifest.json", jobs=jobs)
        written.append({path.name: path.read_bytes() for path in (base / "out").iterdir()} | {"": (base / "manifest.json").read_bytes()})
    assert written[0] == written[1]
    assert str(tmp_path) not in json.dumps(json.loads(written[0][""]))


def test_vectors_are_drawn_at_the_width_of_their_record(folder: Path, run: Run, tmp_path: Path) -> None:
    """A drawing becomes a picture of the width that its record asks for."""
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><path fill="#c81e1e" d="M0 0h3v2H0z"/></svg>'
    (folder / "g.svg").write_text(drawing, "utf-8")
    (folder / "g.yml").write_text(RECORD + "render_width: 900\n", "utf-8")
    image = run().manifest["images"]["g.svg"]
    assert (image["width"], image["height"], image["colour"]) == (900, 600, "#c81e1e")


NAMES = [("Đồi chè.JPG", "doi-che"), ("Cửa Lò.svg", "cua-lo"), ("东.png", "picture"), ("a  b--c.jpg", "a-b-c")]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_ascii_names(name: str, expected: str) -> None:
    """Any file name becomes a short ASCII one."""
    assert slug(Path(name)) == expected

