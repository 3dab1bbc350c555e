"""Folding: what looks alike to somebody who types is alike, in Python as in the browser."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sitekit.search.folding import fold, simplified

CASES: list[tuple[str, str]] = [tuple(row) for row in yaml.safe_load((Path(__file__).parent / "folding.yml").read_text("utf-8"))]
LETTERS = st.text(st.one_of(
    st.characters(min_codepoint=0x20, max_codepoint=0x24F), st.characters(min_codepoint=0x1E00, max_codepoint=0x1EFF),
    st.characters(min_codepoint=0x300, max_codepoint=0x36F), st.characters(min_codepoint=0xE80, max_codepoint=0xEFF),
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), st.characters(min_codepoint=0xFF00, max_codepoint=0xFFEF),
    st.characters(min_codepoint=0x2000, max_codepoint=0x206F)), max_size=40)  # fmt: skip


@pytest.mark.parametrize(("text", "folded"), CASES)
def test_cases(text: str, folded: str) -> None:
    """Each case of the shared table folds as the table says."""
    assert fold(text) == folded


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(max_size=60), LETTERS))
def test_folding_twice_changes_nothing(text: str) -> None:
    """What is folded stays as it is when it is folded again, whatever the text."""
    assert fold(fold(text)) == fold(text)


@settings(max_examples=200, deadline=None)
@given(LETTERS, LETTERS)
def test_composed_and_decomposed_are_alike(one: str, other: str) -> None:
    """A text from a Mac (decomposed) and one from a phone (composed) fold alike; words fold one by one."""
    text = f"{one} {other}"
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))
    assert fold(text).split() == [*fold(one).split(), *fold(other).split()]


def test_traditional_characters_lead_to_simplified_ones() -> None:
    """No traditional character stands for one that is itself traditional."""
    assert len(simplified()) > 2500
    assert not set(simplified().values()) & set(simplified())


def samples(count: int, seed: int = 1) -> Iterator[str]:
    """Texts of random letters of the scripts that the site uses, for the comparison with the browser."""
    chance = random.Random(seed)
    ranges = [(0x20, 0x24F), (0x1E00, 0x1EFF), (0x300, 0x36F), (0xE80, 0xEFF), (0x4E00, 0x9FFF), (0xFF00, 0xFFEF), (0x2000, 0x206F)]
    for _ in range(count):
        letters = [chr(chance.randint(*chance.choice(ranges))) for _ in range(chance.randint(1, 30))]
        # browsers know newer editions of Unicode: what Python does not know yet may be a letter there
        yield "".join(letter for letter in letters if unicodedata.category(letter) != "Cn")
