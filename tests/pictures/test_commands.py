"""The two commands, as an editor meets them."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from pictures.makers import (
    BLUE,
    GREEN,
    RECORD,
    TURNS_RIGHT,
    camera_exif,
    encoded,
    near,
    pixel,
    quarters,
    scene,
)
from PIL import Image

from sitekit.pictures import adding, records, report
from sitekit.pictures.faults import PictureError

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"


def _run(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(SCRIPTS / script), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )


def _places(base: Path) -> list[object]:
    return [
        "--source",
        base / "in",
        "--output",
        base / "out",
        "--cache",
        base / "store",
        "--manifest",
        base / "m.json",
    ]


def test_a_folder_of_strangers_pictures(folder: Path, tmp_path: Path) -> None:
    """Without records it converts, warns in Vietnamese, names what is missing, and exits 0."""
    quarters((900, 700)).save(folder / "Đồi chè.JPG")
    done = _run("optimise_images.py", *_places(tmp_path))
    assert done.returncode == 0, done.stderr
    assert "Nên xem lại" in done.stderr
    assert "creator, copyright, description" in done.stderr
    assert "1 ảnh gốc: 1 mới" in done.stdout
    assert "\r" not in done.stderr, "no progress bar where nobody watches"
    again = _run("optimise_images.py", *_places(tmp_path), "--lang", "en")
    assert "0 new, 0 changed, 1 unchanged" in again.stdout


def test_exit_codes(folder: Path, tmp_path: Path) -> None:
    """1 for something to mend, 2 for wrong usage, and never a traceback."""
    quarters().save(folder / "a.png")
    (folder / "a.yml").write_text(RECORD, "utf-8")
    assert _run("optimise_images.py", *_places(tmp_path), "--check").returncode == 1
    assert _run("optimise_images.py", *_places(tmp_path)).returncode == 0
    assert _run("optimise_images.py", *_places(tmp_path), "--check").returncode == 0
    (folder / "b.jpg").write_bytes(b"")
    done = _run("optimise_images.py", *_places(tmp_path))
    assert done.returncode == 1
    assert "Cần sửa: b.jpg" in done.stderr
    usages: list[list[object]] = [["--source", tmp_path / "none"], ["--jobs", "0"], ["--jobs", "x"],
                                  ["--source", folder, "--output", folder]]  # fmt: skip
    for usage in usages:
        done = _run("optimise_images.py", *_places(tmp_path), *usage)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize("script", ["optimise_images.py", "add_picture.py"])
def test_help_tells_all(script: str) -> None:
    """`--help` explains in Vietnamese and English, exit codes included, with no path of this machine."""
    done = _run(script, "--help")
    assert done.returncode == 0
    assert "Exit codes" in done.stdout
    assert "ảnh" in done.stdout
    assert str(SCRIPTS.parent) not in done.stdout


def test_a_photograph_from_a_phone(folder: Path, tmp_path: Path) -> None:
    """Upright, at most 3,200 pixels, private data gone, ASCII name, a record with clear gaps."""
    phone = tmp_path / "Ảnh Đồi Chè 01.JPG"
    picture = Image.blend(quarters((4000, 3000)), scene((4000, 3000)), 0.05)
    phone.write_bytes(encoded(picture, "JPEG", quality=92, exif=camera_exif(6)))
    done = _run("add_picture.py", phone, "--place", "tea-islands", "--folder", folder)
    assert done.returncode == 0, done.stderr
    assert "description.vi" in done.stdout
    master = folder / "anh-doi-che-01.jpg"
    with Image.open(master) as opened:
        assert opened.size == (2400, 3200)
        for place, colour in TURNS_RIGHT:
            assert near(pixel(opened, *place), colour, 25)
        assert not opened.getexif().get_ifd(0x8825)
    data = master.read_bytes()
    assert b"SERIAL" not in data
    assert b"MAKERNOTE" not in data
    assert "Trần Thị Bình".encode() in data
    read = records.read(master)
    assert read
    assert (read["place"], read["taken"], read["creator"]) == (
        "tea-islands",
        "2026-05-19",
        "Trần Thị Bình",
    )
    assert records.gaps(read) == [
        "licence", *(f"{key}.{code}" for key in ("description", "caption") for code in ("vi", "en", "lo", "zh"))]  # fmt: skip
    assert read["consent"] is None
    again = _run("add_picture.py", phone, "--folder", folder)
    assert again.returncode == 2
    assert "đã có" in again.stderr
    assert master.read_bytes() == data


def test_add_picture_answers(folder: Path, tmp_path: Path) -> None:
    """An unknown place, an absent file and an HEIC picture are answered with what to do."""
    good = tmp_path / "a.jpg"
    quarters().save(good)
    unknown = _run("add_picture.py", good, "--place", "tea-island", "--folder", folder, "--lang", "en")
    assert (unknown.returncode, "tea-islands" in unknown.stderr) == (2, True)
    assert _run("add_picture.py", tmp_path / "none.jpg", "--folder", folder).returncode == 2
    (tmp_path / "b.heic").write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0heicmif1" + b"\0" * 99)
    heic = _run("add_picture.py", tmp_path / "b.heic", "--folder", folder)
    assert (heic.returncode, "JPEG" in heic.stderr) == (1, True)
    assert list(folder.iterdir()) == []


def test_flat_art_is_added_without_loss(folder: Path, tmp_path: Path) -> None:
    """A screenshot or a plan stays PNG; a drawing is not for this command."""
    quarters().save(tmp_path / "plan.png")
    added = adding.add(tmp_path / "plan.png", folder, None, "Bản đồ 2.0", {"licence": "CC0-1.0"})
    assert added.picture.name == "ban-do-2-0.png"
    assert "licence" not in added.gaps
    assert yaml.safe_load(added.record.read_text("utf-8"))["licence"] == "CC0-1.0"
    with Image.open(added.picture) as opened:
        assert near(pixel(opened, 0.8, 0.2), BLUE, 0)
        assert near(pixel(opened, 0.2, 0.8), GREEN, 0)
    (tmp_path / "a.svg").write_text("<svg/>")
    with pytest.raises(PictureError):
        adding.add(tmp_path / "a.svg", folder)


def _row(form: str, width: int, size: int) -> dict[str, object]:
    return {"file": f"{form}{width}", "format": form, "width": width, "height": 1, "bytes": size}


def test_the_heaviest_page_is_weighed_as_a_phone_loads_it() -> None:
    """A phone takes the smallest width that is sharp in its lightest format; each picture once."""
    rows = [
        _row("avif", 400, 10),
        _row("avif", 800, 30),
        _row("jpeg", 800, 70),
        _row("avif", 1200, 60),
    ]
    images = {"a": {"renditions": rows, "crops": {"card": rows[:1]}}}
    assert report.phone(rows) == 30
    assert report.phone([]) == 0
    assert report.phone(rows, 80) == 10
    uses = {"x.md": [("a", "", 390), ("a", "", 390), ("a", "card", 390)], "y.md": [("gone", "", 390)], "z.md": [("a", "", 200)]}
    assert report.weigh(uses, images) == {"x.md": 40, "y.md": 0, "z.md": 10}
    assert report.size(1_234_567, "vi") == "1,2 MB"


def test_progress_is_shown_only_to_somebody() -> None:
    """A progress bar appears on a terminal and ends with a clean line."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    assert report.bar(io.StringIO(), "vi") is None
    stream = Terminal()
    show = report.bar(stream, "vi")
    assert show
    show(1, 2, "a.jpg")
    show(2, 2, "b.jpg")
    assert "1/2 a.jpg" in stream.getvalue()
    assert stream.getvalue().endswith("\x1b[K")
