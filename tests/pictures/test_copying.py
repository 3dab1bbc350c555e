"""Renditions on their way into the site."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sitekit.pictures import copying, storage
from sitekit.problems import ContentError

DATA = b"the bytes of a picture"
NAME = f"beach-400.{hashlib.sha256(DATA).hexdigest()[:10]}.avif"


@pytest.fixture
def rendition(tmp_path: Path) -> Path:
    """A rendition in the folder of those that are published, and the same in the store beside it."""
    for folder in ("out", "store/key"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / NAME).write_bytes(DATA)
    return tmp_path / "out" / NAME


def _no_second_names(source: object, target: object) -> None:
    raise OSError


@pytest.mark.parametrize("link", [os.link, _no_second_names])
def test_a_good_one(rendition: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, link: Callable[..., None]) -> None:
    """The bytes lie in the site, whether or not the system gives a file two names; new bytes under the old name leave them alone."""
    monkeypatch.setattr(os, "link", link)
    copying.copy(rendition, tmp_path / NAME)
    storage.write(rendition, b"others")
    assert (tmp_path / NAME).read_bytes() == DATA


@pytest.mark.parametrize("link", [os.link, _no_second_names])
def test_a_damaged_one(rendition: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, link: Callable[..., None]) -> None:
    """A damaged rendition is brought back from the store, both here and in the site."""
    monkeypatch.setattr(os, "link", link)
    rendition.write_bytes(DATA[:-1])
    copying.copy(rendition, tmp_path / NAME)
    assert (tmp_path / NAME).read_bytes() == rendition.read_bytes() == DATA


def test_none_that_is_good(rendition: Path, tmp_path: Path) -> None:
    """Where no good one is left nothing goes into the site, and the next run of the pictures finds none and makes it anew."""
    for file in (rendition, tmp_path / "store/key" / NAME):
        file.write_bytes(b"damaged")
    with pytest.raises(ContentError, match=NAME):
        copying.copy(rendition, tmp_path / NAME)
    assert not list(tmp_path.rglob(NAME))
