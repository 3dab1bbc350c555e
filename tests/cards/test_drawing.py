"""Drawn cards: size, weight, contrast, rights; and that none is drawn twice."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from page_list import CODES
from sitekit import check_cards, pictures_step
from sitekit.cards import card as cards
from sitekit.cards import draw, faces, writing
from sitekit.cards.card import Card
from sitekit.cards.shapes import SHAPES, WIDE
from sitekit.cards.store import DIGESTS, Store
from sitekit.pages import Page
from sitekit.site import Site

Floats = npt.NDArray[np.float64]
#: What WCAG asks of large letters, and of all others.
LARGE, ALL = 3.0, 4.5


def _fonts(site: Site) -> tuple[str, ...]:
    return tuple(str(face.path) for face in faces.load(site.root).all.values())


def _light(pixels: Floats) -> Floats:
    """Relative luminance (0 to 1) of sRGB pixels (0 to 255)."""
    part = pixels / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


def _contrasts(site: Site, card: Card) -> tuple[float, float]:
    """Contrast of title and section with the lightest of the ground that lies behind them."""
    shape = card.shape
    picture = str(site.root / pictures_step.FOLDER / "out" / card.picture)
    ground = _light(np.asarray(draw._ground(picture, card.frame, shape.width, shape.height).convert("RGB"), dtype=np.float64))
    words = np.asarray(draw._pixels(card.words, shape.width, _fonts(site)), dtype=np.float64)
    words[: shape.height // 4] = 0  # mark and name, on a ground of their own
    found = []
    for mask in (words[..., 2] > 250, (words[..., 2] < 200) & (words[..., 0] > 200)):
        shown = mask & (words[..., 3] > 200)
        if not shown.any():
            found.append(21.0)
            continue
        letters = float(_light(words[shown][:, :3]).mean())
        found.append((letters + 0.05) / (float(np.percentile(ground[shown], 97)) + 0.05))
    return found[0], found[1]


@pytest.mark.parametrize("code", CODES)
def test_words_stand_out(code: str, project: Site) -> None:
    """Over every picture, title and section can be read: contrast of 4.5 and, as large letters, of 3 at least."""
    shown = {page.header.picture: page for page in project.pages if page.language == code}
    assert len(shown) > 15
    for page in shown.values():
        for shape in SHAPES:
            title, section = _contrasts(project, cards.whole(project, page, cards.make(project, page, shape)))
            assert title >= ALL, (page.file, shape.name)
            assert section >= LARGE, (page.file, shape.name)


@pytest.fixture
def two(small: Callable[..., Site], changed: Callable[..., Page]) -> Site:
    """A project of two pages."""
    return small(changed("vi", "visit/cua-lo"), changed("lo", "visit/cua-lo"))


def test_a_card_is_drawn_once(two: Site, tmp_path: Path) -> None:
    """A second build draws no card, one whose card was lost draws that one, and the bytes are the same."""
    out = tmp_path / "site"
    assert writing.write(two, out) == 4
    first = {file.name: file.read_bytes() for file in (out / cards.FOLDER).iterdir()}
    assert len(first) == 4
    assert writing.write(two, out) == 0
    shutil.rmtree(out)
    lost = next((two.root / writing.CACHE).glob("*.jpg"))
    lost.unlink()
    assert writing.write(two, out) == 1
    assert {file.name: file.read_bytes() for file in (out / cards.FOLDER).iterdir()} == first


def test_a_card_known_from_an_earlier_build_is_drawn(two: Site, tmp_path: Path) -> None:
    """Where an earlier build worked a card out and its drawing is lost, it is drawn as it was."""
    assert check_cards.problems(two) == []
    assert writing.write(two, tmp_path / "site") == 4
    store = two.root / writing.CACHE
    first = {file.name: file.read_bytes() for file in store.glob("*.jpg")}
    again = replace(two)
    assert check_cards.problems(again) == []
    assert not any(cards.make(again, page, shape).words for page in again.pages for shape in SHAPES)
    shutil.rmtree(store)
    assert writing.write(again, tmp_path / "again") == 4
    assert {file.name: file.read_bytes() for file in store.glob("*.jpg")} == first


@pytest.mark.parametrize("remembered", ["with its state", "by its digest alone"])
def test_a_damaged_card_is_drawn_again(two: Site, tmp_path: Path, remembered: str) -> None:
    """A card of other bytes than were drawn, of the same size or not, is drawn again; one that was only touched is not."""
    out, store = tmp_path / "site", Store(two.root / writing.CACHE)
    writing.write(two, out)
    shutil.rmtree(out)
    if remembered == "by its digest alone":  # as earlier versions wrote it
        rows = json.loads((store.folder / DIGESTS).read_text("utf-8"))
        (store.folder / DIGESTS).write_text(json.dumps({key: digest for key, (digest, *_) in rows.items()}), "utf-8")
    one, two_, three, four = sorted(store.folder.glob("*.jpg"))
    data = one.read_bytes()
    one.write_bytes(bytes(reversed(data)))
    two_.write_bytes(b"")
    three.unlink()
    os.utime(four)
    assert writing.write(two, out) == 3
    assert one.read_bytes() == data


def test_only_what_changed_is_drawn(two: Site, changed: Callable[..., Page], tmp_path: Path) -> None:
    """Another title draws that page's two cards under new names and takes the old ones away; going back draws nothing."""
    out = tmp_path / "site"
    writing.write(two, out)
    before = {file.name for file in (out / cards.FOLDER).iterdir()}
    pages = two.pages
    changed_one = changed("vi", "visit/cua-lo", title="Biển Cửa Lò mùa hè")
    two.pages = type(pages)([changed_one, list(pages)[1]])  # type: ignore[call-arg, arg-type]
    assert writing.write(two, out) == 2
    after = {file.name for file in (out / cards.FOLDER).iterdir()}
    assert len(after) == 4
    assert len(after & before) == 2
    two.pages = pages
    assert writing.write(two, out) == 0
    assert {file.name for file in (out / cards.FOLDER).iterdir()} == before


def test_size_weight_and_rights(two: Site, tmp_path: Path) -> None:
    """A card is a JPEG of its shape under 120 kB, and carries who made the picture and under which licence."""
    writing.write(two, tmp_path)
    sizes = set()
    for file in (tmp_path / cards.FOLDER).iterdir():
        with Image.open(file) as image:
            assert image.format == "JPEG"
            sizes.add(image.size)
        assert file.stat().st_size < 120_000
        said = subprocess.run(["exiftool", "-s3", "-XMP-xmpRights:WebStatement", "-Artist", str(file)],
                              capture_output=True, text=True, check=True).stdout  # fmt: skip
        assert "creativecommons.org" in said
        assert len(said.splitlines()) == 2
    assert sizes == {(1200, 630), (300, 300)}


def test_a_heavy_picture_is_made_lighter(two: Site, tmp_path: Path) -> None:
    """Noise, which no JPEG holds well, still gives a card within the limit, in a lower quality."""
    noise = np.random.default_rng(1).integers(0, 255, (630, 1200, 3), dtype=np.uint8)
    picture = tmp_path / "noise.png"
    Image.fromarray(noise).resize((400, 210)).save(picture)
    card = cards.make(two, next(iter(two.pages)), WIDE)
    job = {"picture": str(picture), "frame": card.frame, "words": card.words, "width": 1200, "height": 630, "rights": []}
    data = draw.draw(job, _fonts(two), cards.MOST_BYTES)
    assert Image.open(io.BytesIO(data)).size == (1200, 630)
    assert len(data) < cards.MOST_BYTES


def test_a_drawing_that_ends_badly_is_told(two: Site, tmp_path: Path) -> None:
    """When a picture cannot be read the build ends with the reason, and no half card is left."""
    for image in two.images.values():
        for row in (*image["crops"].get("share", ()), *image["crops"]["square"]):
            assert (two.root / pictures_step.FOLDER / "out" / pictures_step.stored(row)).exists()
    (two.root / ".cache/pictures").unlink()
    with pytest.raises(RuntimeError, match="FileNotFoundError"):
        writing.write(two, tmp_path / "site")
    assert list((two.root / writing.CACHE).glob("*.jpg")) == []
