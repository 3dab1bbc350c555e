"""Faces that come with a page are those that its first screen uses."""

from __future__ import annotations

import pytest

from sitekit import first_fonts

FILES = [f"{family}-{letters}-{weight}.woff2" for family, letters in (("be", "latin"), ("be", "vietnamese"), ("noto-sans", "lao"))
         for weight in (700, 400)]  # fmt: skip


@pytest.mark.parametrize(("bold", "plain", "asked"), [
    ("", "", []),
    ("Vinh", "", ["be-latin-700.woff2"]),
    ("荣市", "从 Vinh 到 Mường Lống", ["be-latin-400.woff2", "be-vietnamese-400.woff2"]),
    ("ວິງ 2025", "ວິງ", ["be-latin-700.woff2", "noto-sans-lao-700.woff2", "noto-sans-lao-400.woff2"]),
    ("荣市", "“”…", []),
    ("Đô Lương", "é", ["be-latin-700.woff2", "be-latin-400.woff2", "be-vietnamese-700.woff2"]),
])  # fmt: skip
def test_a_face_is_asked_for_by_its_letters(bold: str, plain: str, asked: list[str]) -> None:
    """Latin, Vietnamese and Lao letters ask for their face, each in the weight in which they stand; Chinese ones for none."""
    assert first_fonts.of(FILES, bold, plain) == asked


def test_a_face_without_letters_in_its_name_always_comes() -> None:
    """A face of another kind is never lost by its name."""
    assert first_fonts.of(["site.woff2"], "", "") == ["site.woff2"]
