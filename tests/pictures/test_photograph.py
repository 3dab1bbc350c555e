"""A real photograph: what comes out looks like what went in, in every format, width and cut."""

from __future__ import annotations

import importlib.metadata
import shutil
from pathlib import Path

import pytest
from pictures.makers import Run
from PIL import Image, ImageChops, ImageStat

from sitekit.pictures import crops
from sitekit.pictures.settings import CROPS


@pytest.fixture(scope="session")
def photograph() -> Path:
    """Commodore Grace Hopper, photograph of the US Navy (public domain), as the package matplotlib carries it."""
    return Path(str(importlib.metadata.distribution("matplotlib").locate_file("matplotlib/mpl-data/sample_data/grace_hopper.jpg")))


def _difference(one: Image.Image, other: Image.Image) -> float:
    """Root of the mean square difference of all channels, 0 to 255."""
    return max(ImageStat.Stat(ImageChops.difference(one, other)).rms)


def test_every_rendition_looks_like_the_photograph(photograph: Path, folder: Path, run: Run, out: Path) -> None:
    """Against the photograph shrunk with care, a rendition differs by less than a quarter of what a shift of two pixels would.

    A limit in steps of 255 would judge the small widths harder: the same photograph has more detail per pixel there.
    """
    shutil.copy(photograph, folder / "hopper.jpg")
    image = run().manifest["images"]["hopper.jpg"]
    with Image.open(photograph) as opened:
        original = opened.convert("RGB")
    cuts = {"": (0, 0, *original.size)} | {name: crops.box(original.size, shape, (0.5, 0.5)) for name, (shape, _) in CROPS.items()}
    seen = 0
    for name, box in cuts.items():
        for row in image["crops"][name] if name else image["renditions"]:
            wanted = original.crop(box).resize((row["width"], row["height"]), Image.Resampling.LANCZOS)
            with Image.open(out / row["file"]) as rendition:
                got = rendition.convert("RGB")
            assert _difference(got, wanted) < _difference(got, ImageChops.offset(wanted, 2, 0)) / 4, row
            seen += 1
    assert seen >= 8


def test_a_modern_format_saves_bytes_on_a_photograph(photograph: Path, folder: Path, run: Run) -> None:
    """At one width WebP is lighter than JPEG and AVIF lighter than WebP, or they are not published."""
    shutil.copy(photograph, folder / "hopper.jpg")
    rows = run().manifest["images"]["hopper.jpg"]["renditions"]
    at_400 = {row["format"]: row["bytes"] for row in rows if row["width"] == 400}
    assert at_400["avif"] < at_400.get("webp", at_400["jpeg"]) <= at_400["jpeg"]
    assert at_400["avif"] < 0.8 * at_400["jpeg"]
