"""Damaged files: no crash, no hang, and nothing published that does not open."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from pictures.makers import DRAWING, Run, camera_exif, display_p3, encoded, scene
from PIL import Image

from sitekit.pictures import vector
from sitekit.pictures.faults import PictureError

SIZE = (96, 64)


def _originals() -> list[tuple[str, bytes]]:
    image = scene(SIZE)
    frames = [scene(SIZE, seed) for seed in (2, 3)]
    profile = display_p3()
    return [
        ("a.jpg", encoded(image, "JPEG", exif=camera_exif(6), icc_profile=profile, comment="c")),
        ("b.jpg", encoded(image, "JPEG", progressive=True)),
        ("c.jpg", encoded(image.convert("CMYK"), "JPEG")),
        ("d.png", encoded(image, "PNG", icc_profile=profile, exif=camera_exif(3))),
        ("e.png", encoded(image.quantize(16), "PNG", transparency=1)),
        ("f.png", encoded(image, "PNG", save_all=True, append_images=frames)),
        ("g.webp", encoded(image, "WEBP", exif=camera_exif(8), icc_profile=profile)),
        ("h.webp", encoded(image, "WEBP", lossless=True)),
        ("i.avif", encoded(image, "AVIF", exif=camera_exif(), icc_profile=profile, speed=9)),
        ("j.gif", encoded(image, "GIF", save_all=True, append_images=frames)),
        ("k.tif", encoded(image, "TIFF", compression="tiff_lzw")),
        ("l.tif", encoded(image, "TIFF", compression="jpeg")),
        ("m.jpg", encoded(image, "MPO", save_all=True, append_images=frames)),
    ]


def _damage(data: bytes, rng: random.Random) -> bytes:
    """One of the ways in which files go bad: cut, bits turned, bytes lost, doubled, zeroed, swapped."""
    broken = bytearray(data)
    at = rng.randrange(len(broken))
    # headers decide more than pixels do: half of all damage is done there
    at = at if rng.random() < 0.5 else at % min(len(broken), 200)
    length = rng.randrange(1, 40)
    match rng.randrange(6):
        case 0:
            del broken[at:]
        case 1:
            for _ in range(rng.randrange(1, 9)):
                broken[rng.randrange(at, len(broken))] ^= 1 << rng.randrange(8)
        case 2:
            del broken[at : at + length]
        case 3:
            broken[at:at] = broken[at : at + length]
        case 4:
            broken[at : at + length] = bytes(len(broken[at : at + length]))
        case _:
            broken[at : at + length] = rng.randbytes(length)
    return bytes(broken)


def _run_over(seeds: range, folder: Path, run: Run, out: Path) -> None:
    originals = _originals()
    names = {}
    for seed in seeds:
        name, data = originals[seed % len(originals)]
        names[f"s{seed}-{name}"] = _damage(data, random.Random(seed))
    for name, data in names.items():
        (folder / name).write_bytes(data)
    (folder / "good.png").write_bytes(encoded(scene(SIZE), "PNG"))
    result = run()
    assert "good.png" in result.manifest["images"]
    bad = {problem.path for problem in result.problems}
    assert bad.isdisjoint(result.manifest["images"])
    assert bad | set(result.manifest["images"]) == {*names, "good.png"}
    assert bad, "some damage must be noticed"
    for file in out.iterdir():
        with Image.open(file) as opened:
            opened.load()
            assert opened.mode == "RGB"
            assert b"SERIAL-12345" not in file.read_bytes()


def test_a_sample_of_damaged_files(folder: Path, run: Run, out: Path) -> None:
    """Sixty damaged files, from seeds: each is answered or comes out as pictures that open."""
    _run_over(range(60), folder, run, out)


@pytest.mark.long
@pytest.mark.parametrize("start", range(0, 1000, 100))
def test_a_thousand_damaged_files(start: int, folder: Path, run: Run, out: Path) -> None:
    """The same with a thousand."""
    _run_over(range(start, start + 100), folder, run, out)


def test_damaged_drawings() -> None:
    """Five hundred damaged drawings: each is refused or read, never anything else."""
    for seed in range(500):
        damaged = _damage(DRAWING.encode(), random.Random(seed))
        try:
            vector.clean(damaged)
        except PictureError:
            continue
