"""Who made a picture goes with every file of it; where and with what it was taken goes nowhere."""

from __future__ import annotations

import json
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from pictures.makers import DRAWING, RECORD, Run, camera_exif, encoded, scene
from PIL import Image

from sitekit.pictures import faults, metadata

SECRETS = (b"SERIAL-12345", b"MAKERNOTE", b"PhoneMaker", b"2026:05:19", b"private note", b"GPS")
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def _photo() -> bytes:
    return encoded(scene((900, 700)), "JPEG", quality=90, exif=camera_exif(6), comment="private note")


def _exiftool(folder: Path) -> list[dict[str, Any]]:
    done = subprocess.run(
        ["exiftool", "-j", "-G1", "-charset", "exif=UTF8", "-r", str(folder)],
        capture_output=True, check=True,
    )  # fmt: skip
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.fixture
def published(folder: Path, run: Run, out: Path) -> Path:
    """Renditions of a photograph and of two drawings with records."""
    (folder / "photo.jpg").write_bytes(_photo())
    (folder / "drawn.svg").write_text(DRAWING, "utf-8")
    (folder / "vector.svg").write_text(DRAWING, "utf-8")
    page = "acquire_licence_page: https://example.org/a?b=1&c=2\n"
    (folder / "photo.yml").write_text(RECORD + page, "utf-8")
    (folder / "drawn.yml").write_text(RECORD + "render_width: 500\n", "utf-8")
    (folder / "vector.yml").write_text(RECORD, "utf-8")
    assert run().problems == []
    return out


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not installed")
def test_another_program_reads_the_rights(published: Path) -> None:
    """Exiftool finds creator, credit, copyright, licence and description in every single rendition."""
    files = _exiftool(published)
    assert len(files) == len(list(published.iterdir())) > 30
    for tags in files:
        name = tags["SourceFile"]
        # the record says nothing of copyright: what the photograph itself says holds
        owner = "© Báo Nghệ An" if "/photo-" in name else "© Trang Nghệ An"
        assert tags.get("XMP-dc:Creator") == "Nguyễn Văn An", name
        assert tags["XMP-photoshop:Credit"] == "Trang Nghệ An", name
        assert tags["XMP-dc:Rights"] == f"{owner} · CC-BY-4.0", name
        assert tags["XMP-xmpRights:WebStatement"] == LICENCE, name
        assert tags["XMP-dc:Description"] == "Tea hills at dawn", name
        assert "Warning" not in "".join(tags), name
        if not name.endswith(".svg"):
            assert tags["IFD0:Artist"] == "Nguyễn Văn An", name
            assert tags["IFD0:Copyright"] == f"{owner} · CC-BY-4.0", name
        if "/photo-" in name:
            assert tags["XMP-plus:LicensorURL"] == "https://example.org/a?b=1&c=2", name
        assert not any("GPS" in tag or "Serial" in tag or "Thumb" in tag for tag in tags), name


def test_rights_are_well_formed_in_every_rendition(published: Path) -> None:
    """Without that program: Pillow and an XML reader find the same, and nothing private is left."""
    for file in published.iterdir():
        data = file.read_bytes()
        assert not any(secret in data for secret in SECRETS), file.name
        assert "Nguyễn Văn An".encode() in data, file.name
        if file.suffix == ".svg":
            ET.fromstring(data)  # noqa: S314 (written by the project)
            continue
        with Image.open(file) as opened:
            packet = opened.info["xmp"]
            assert opened.getexif()[0x013B].encode("latin-1").decode() == "Nguyễn Văn An"
            assert not opened.getexif().get_ifd(0x8825)
            assert not opened.getexif().get_ifd(0x8769)
        root = ET.fromstring(packet)  # noqa: S314 (written by the project)
        assert LICENCE in ET.tostring(root, encoding="unicode"), file.name


def test_without_a_record_the_file_speaks(folder: Path, run: Run, out: Path) -> None:
    """A photograph without a record keeps the creator and copyright it carries, and warns of the rest."""
    (folder / "a.jpg").write_bytes(_photo())
    result = run()
    assert result.problems == []
    [warning] = result.warnings
    assert warning.rule == faults.NO_RECORD
    assert "description" in warning.words["missing"]
    assert "creator" not in warning.words["missing"]
    rights = result.manifest["images"]["a.jpg"]["rights"]
    assert rights["creator"] == "Trần Thị Bình"
    assert rights["copyright"] == "© Báo Nghệ An"
    for file in out.iterdir():
        assert "Trần Thị Bình".encode() in file.read_bytes()


def test_rights_in_a_files_own_xmp_are_kept(folder: Path, run: Run) -> None:
    """Creator, credit, copyright and licence that a photographer's program wrote as XMP are kept."""
    said = {
        "creator": "Lê <Hoa> & Co",
        "credit": "TTXVN",
        "copyright": "© TTXVN",
        "licence_url": LICENCE,
    }
    data = encoded(scene((500, 400)), "JPEG", xmp=metadata.xmp(said))
    (folder / "a.jpg").write_bytes(data)
    rights = run().manifest["images"]["a.jpg"]["rights"]
    assert rights == said


def test_a_hostile_packet_is_not_read(folder: Path, run: Run) -> None:
    """XMP that declares entities is ignored as a whole."""
    packet = b'<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
    (folder / "a.jpg").write_bytes(encoded(scene((500, 400)), "JPEG", xmp=packet))
    result = run()
    assert result.problems == []
    assert result.manifest["images"]["a.jpg"]["rights"] == {}


def test_nobody_claims_what_is_free() -> None:
    """A picture under CC0 carries its licence and no claim of copyright."""
    found = metadata.rights({"creator": "A", "licence": "CC0-1.0"}, {})
    assert "copyright" not in found
    assert b"Marked" not in metadata.xmp(found)
