"""Cuts, widths, names and encoders: arithmetic that must hold for every picture there may be."""

from __future__ import annotations

import io
import itertools
from pathlib import PurePath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pictures.makers import RED, encoded, quarters, scene
from PIL import Image

from sitekit.pictures import crops, encode, manifest
from sitekit.pictures.settings import CROPS, FORMATS, WIDTHS, Encoders, budget
from sitekit.pictures.sources import slug

sizes = st.tuples(st.integers(1, 40_000), st.integers(1, 40_000))
points = st.tuples(st.floats(0, 1), st.floats(0, 1))


@settings(deadline=None)
@given(sizes, st.sampled_from([shape for shape, _ in CROPS.values()]), points)
def test_a_cut_lies_inside_and_has_its_shape(size: tuple[int, int], shape: tuple[int, int], focal: tuple[float, float]) -> None:
    """A cut never leaves the picture, touches two opposite edges, and holds the focal point."""
    left, top, right, bottom = crops.box(size, shape, focal)
    assert 0 <= left < right <= size[0]
    assert 0 <= top < bottom <= size[1]
    assert right - left == size[0] or bottom - top == size[1]
    assert left - 1 <= focal[0] * size[0] <= right + 1
    assert top - 1 <= focal[1] * size[1] <= bottom + 1
    if min(size) > 100:
        assert (right - left) / (bottom - top) == pytest.approx(shape[0] / shape[1], rel=0.02)


@settings(deadline=None)
@given(sizes)
def test_widths_never_exceed_the_picture_nor_nearly_repeat(size: tuple[int, int]) -> None:
    """Widths rise, are never upscaled, differ by 15 % or more, and keep what every format can hold."""
    found = crops.widths(size, WIDTHS)
    assert found
    assert found == sorted(found)
    assert found[-1] <= max(size[0], 1)
    assert all(b >= a * 1.15 for a, b in itertools.pairwise(found))
    assert all(crops.height_at(width, size) <= 16_383 for width in found)


LADDERS = [(399, [399]), (400, [400]), (459, [400]), (460, [400, 460]), (919, [400, 800]), (2000, list(WIDTHS)),
           (2400, list(WIDTHS)), (1839, [400, 800, 1200, 1600]), (1840, [400, 800, 1200, 1600, 1840])]  # fmt: skip


@pytest.mark.parametrize(("native", "expected"), LADDERS)
def test_widths_of_common_pictures(native: int, expected: list[int]) -> None:
    """Pictures around the limits get the widths that the settings promise."""
    assert crops.widths((native, native), WIDTHS) == expected


@settings(deadline=None)
@given(st.text(min_size=1, max_size=300).filter(lambda text: "\0" not in text))
def test_every_name_is_safe_in_an_address(name: str) -> None:
    """Any file name gives an ASCII one that the output's pruning recognises as its own."""
    stem = slug(PurePath(f"{name}.jpg"))
    assert manifest.RENDITION.fullmatch(f"{stem}-400.0123456789.avif")
    assert len(stem) <= 120


def test_the_quantisation_table_is_written_as_given() -> None:
    """The JPEG really carries mozjpeg's table 3 at quality 72, for light and for colour."""
    data = encode.encode(scene((64, 48)), "jpeg", Encoders(), {})
    with Image.open(io.BytesIO(data)) as opened:
        tables = opened.quantization  # type: ignore[attr-defined]
        assert opened.info["progressive"]
    assert {tuple(table) for table in tables.values()} == {tuple(encode.table(72))}
    assert encode.table(72)[0] == 9
    assert encode.table(50) == [min(value, 255) for value in encode.TABLE]


@pytest.mark.parametrize("quality", [0, -1, 96, 101])
def test_a_quality_outside_its_scale_is_refused(quality: int) -> None:
    """Quality runs from 1 to 95 for every format."""
    with pytest.raises(ValueError, match=str(quality)):
        encode.table(quality)


def test_a_heavy_picture_loses_quality_before_it_breaks_its_budget() -> None:
    """Noise is encoded at a lower quality until it fits, and a calm picture keeps the best."""
    noise = Image.effect_noise((400, 300), 70).convert("RGB")
    best = encode.encode(noise, "avif", Encoders(), {})
    kept = encode.within_budget(noise, "avif", Encoders(), {}, "", False)
    assert len(kept) < len(best)
    calm = scene((400, 300)).resize((40, 30)).resize((400, 300))
    assert encode.within_budget(calm, "avif", Encoders(), {}, "", False) == encode.encode(calm, "avif", Encoders(), {})


def test_budgets_fall_with_the_width() -> None:
    """A small rendition may not weigh what a large one may; the first picture of a page least."""
    for form in FORMATS:
        limits = [budget(width, form) for width in WIDTHS]
        assert limits == sorted(limits)
    assert budget(800, "avif", "hero") < budget(800, "avif")
    assert budget(CROPS["tall"][1][0], "avif", "tall") < budget(400, "avif")


def test_flat_art_is_kept_without_loss_where_that_is_smaller() -> None:
    """Four plain colours survive WebP exactly, in fewer bytes than the lossy encoder needs."""
    image = quarters()
    flat = encode.encode(image, "webp", Encoders(), {}, flat=True)
    assert len(flat) < len(encode.encode(image, "webp", Encoders(), {}, flat=False))
    with Image.open(io.BytesIO(flat)) as opened:
        assert opened.convert("RGB").tobytes() == image.tobytes()


def test_the_placeholder_is_tiny() -> None:
    """The preview is 16 pixels wide, decodable, and short enough to stand in a page."""
    for size in ((640, 480), (300, 3000), (3000, 10)):
        text = encode.placeholder(scene(size) if min(size) > 20 else Image.new("RGB", size, RED))
        assert text.startswith("data:image/webp;base64,")
        assert len(text) < 400


def test_a_dense_picture_does_not_overflow_the_encoder() -> None:
    """Progressive JPEG of pure noise needs a buffer larger than Pillow's own."""
    noise = Image.effect_noise((1600, 1200), 100).convert("RGB")
    assert len(encoded(Image.open(io.BytesIO(encode.encode(noise, "jpeg", Encoders(), {}))), "PNG")) > 0
