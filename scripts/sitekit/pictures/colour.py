"""Whatever a file's pixels are, they leave here as 8-bit RGB in sRGB, which every browser shows alike."""

from __future__ import annotations

import io

from PIL import Image, ImageCms

#: Modes whose numbers an embedded profile can be applied to.
PROFILED = {"RGB", "RGBA", "RGBX", "CMYK", "L", "LAB"}


def to_srgb(image: Image.Image) -> tuple[Image.Image, bool]:
    """`image` as RGB or RGBA in sRGB; and False when it carries a profile that cannot be read.

    A broken profile is ignored, as browsers do.
    """
    image = _eight_bits(image)
    # a palette, or grey with transparency: the profile speaks of the colours, not of the numbers
    if image.mode in {"P", "PA", "LA", "La", "1"} or "transparency" in image.info:
        image = image.convert("RGBA" if "A" in image.mode or "transparency" in image.info else "RGB")
    profile = image.info.get("icc_profile")
    if image.mode == "LAB":
        return _apply(image, ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))), True
    if profile and image.mode in PROFILED:
        try:
            return _apply(image, ImageCms.ImageCmsProfile(io.BytesIO(profile))), True
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            return _rgb(image), False
    return _rgb(image), True


def _apply(image: Image.Image, profile: ImageCms.ImageCmsProfile) -> Image.Image:
    """Convert by `profile`, with a target of its own: the library's profiles are not for two threads."""
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    converted = ImageCms.profileToProfile(
        image, profile, ImageCms.createProfile("sRGB"), outputMode=mode)  # fmt: skip
    return converted or image


def _eight_bits(image: Image.Image) -> Image.Image:
    """Grey of 16 and 32 bits and of floating point as 8 bits; plain conversion would clip it to white."""
    if image.mode.startswith("I"):
        wide = image.convert("I")
        lowest, highest = _extrema(wide)
        # TIFF of 32 bits has no agreed white; 16 bits have 65,535
        white = max(65535, highest) if lowest >= 0 else highest
        return wide.point(lambda value: value * (255 / white)).convert("L") if white > 0 else wide.convert("L")
    if image.mode == "F":
        lowest, highest = _extrema(image)
        white = 1 if lowest >= 0 and highest <= 1 else max(255.0, highest)
        return image.point(lambda value: value * (255 / white)).convert("L")
    return image


def _extrema(image: Image.Image) -> tuple[float, float]:
    lowest, highest = image.getextrema()
    return float(str(lowest)), float(str(highest))


def _rgb(image: Image.Image) -> Image.Image:
    return image if image.mode in {"RGB", "RGBA"} else image.convert("RGB")


def flatten(image: Image.Image) -> Image.Image:
    """White paper behind what is transparent: JPEG has no transparency, and all formats must look alike."""
    if image.mode != "RGBA":
        return image.convert("RGB")
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper
