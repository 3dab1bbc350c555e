"""From a file to pixels: vectors drawn, photographs decoded whole, upright and in sRGB."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms, ImageOps

from sitekit.pictures.settings import MOST_PIXELS

#: Pillow knows many more formats; each is a door that a stranger's file could knock at.
RASTER = ("JPEG", "PNG", "WEBP", "AVIF", "GIF", "TIFF")
SCRIPTS = Path(__file__).resolve().parents[2]
#: Seconds after which a drawing that does not end is given up; a good one takes ten to twenty.
PATIENCE = 300
SRGB = ImageCms.createProfile("sRGB")


class PictureError(Exception):
    """A picture that cannot be used; the text is the rule's name."""


def load(path: Path, record: dict[str, Any]) -> Image.Image:
    """The picture as 8-bit RGB, upright, white where it was transparent."""
    if path.suffix.lower() == ".svg":
        return _draw(path, int(record.get("render_width", 2400)))
    try:
        with Image.open(path, formats=RASTER) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise PictureError("picture-too-large")
            opened.load()
            image = ImageOps.exif_transpose(opened)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise PictureError("picture-unreadable") from error
    return _flatten(_srgb(image))


def _draw(path: Path, width: int) -> Image.Image:
    command = [sys.executable, "-m", "sitekit.pictures.draw_vector", str(width)]
    environment = {**os.environ, "PYTHONPATH": str(SCRIPTS)}
    try:
        done = subprocess.run(command, input=path.read_bytes(), capture_output=True, check=True, timeout=PATIENCE, env=environment)
        return _flatten(Image.open(io.BytesIO(done.stdout), formats=("PNG",)))
    except (subprocess.SubprocessError, OSError) as error:
        raise PictureError("picture-unreadable") from error


def _srgb(image: Image.Image) -> Image.Image:
    """Convert by the embedded profile; a broken profile is ignored, as browsers do."""
    if image.mode.startswith("I;16"):
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    profile = image.info.get("icc_profile")
    if profile and image.mode in {"RGB", "RGBA", "CMYK", "L"}:
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        try:
            converted = ImageCms.profileToProfile(image, ImageCms.ImageCmsProfile(io.BytesIO(profile)), SRGB, outputMode=mode)
            return converted or image
        except (ImageCms.PyCMSError, OSError):
            return image
    return image


def _flatten(image: Image.Image) -> Image.Image:
    if "A" in image.getbands() or "transparency" in image.info:
        layered = image.convert("RGBA")
        paper = Image.new("RGB", image.size, "white")
        paper.paste(layered, mask=layered.getchannel("A"))
        return paper
    return image.convert("RGB")
