"""Titles on cards: where they break, and that they fit."""

from __future__ import annotations

import io
import re
import unicodedata
from pathlib import Path

import pytest
import resvg_py
import yaml
from PIL import Image

from page_list import CODES
from sitekit.cards import breaks, card, faces, fitting, shapes, words
from sitekit.cards.fitting import Fitted
from sitekit.cards.shapes import SHAPES, WIDE, Shape
from sitekit.site import Site

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases/card-lines.yml").read_text("utf-8"))
#: Lao signs that hang on the consonant before them, and vowels that wait for the one behind.
DEPENDENT = re.compile("[\u0eb0-\u0ebd\u0ec8-\u0ecd]")
WAITING = set("ເແໂໃໄ")


def _fit(project: Site, language: str, title: str, shape: Shape = WIDE) -> Fitted | None:
    together = yaml.safe_load((project.root / "data/cards/words.yml").read_text("utf-8"))
    return fitting.fit(title, language, card.names(project, language), faces.load(project.root), shape.room,
                       shapes.leading(language), tuple(together.get(language, ())))  # fmt: skip


def _fitted(project: Site) -> list[tuple[str, str, Shape, Fitted]]:
    """Every title of the site in both shapes."""
    rows = [(page.language, card.text(project, page), shape, card.fit(project, page, shape)) for page in project.pages for shape in SHAPES]
    assert all(found for *_, found in rows)
    return [(language, text, shape, found) for language, text, shape, found in rows if found]


@pytest.mark.parametrize(("language", "title", "lines"), CASES)
def test_titles_break_where_a_reader_would(language: str, title: str, lines: list[str], project: Site) -> None:
    """Titles of each script stand in the lines that somebody who reads it would choose."""
    found = _fit(project, language, title.replace("‸", faces.JOINT))
    assert found
    assert list(found.lines) == lines


def test_no_letter_is_lost(project: Site) -> None:
    """The lines of every card, put together again, are its title."""
    for _, text, _, found in _fitted(project):
        assert "".join(found.lines).replace(" ", "") == unicodedata.normalize("NFC", text).replace(" ", ""), text


def test_no_name_is_broken(project: Site) -> None:
    """On every card each name of the glossary stands on one line, whatever its capitals."""
    for language, text, shape, found in _fitted(project):
        lines = "\n".join(found.lines).casefold()
        for name in card.names(project, language):
            whole = text.casefold().count(name.casefold())
            assert lines.count(name.casefold()) == whole, (shape.name, name, found.lines)


@pytest.mark.parametrize("code", CODES)
def test_no_name_is_broken_in_titles_to_come(code: str, project: Site) -> None:
    """Between other words, too, no name of the glossary has a place where a line may end."""
    before, after = {"vi": ("một hai ba ", " bốn năm"), "en": ("one two ", " three four"),
                     "lo": ("ບ້ານເກີດຂອງ", "ໃນແຂວງ"), "zh": ("今天的", "风景名胜")}[code]  # fmt: skip
    names = card.names(project, code)
    assert len(names) > 50
    for name in names:
        pieces = [piece.text for piece in breaks.pieces(before + name + after, code, names)]
        assert any(name in piece for piece in pieces), (name, pieces)


def test_no_line_begins_or_ends_wrongly(project: Site) -> None:
    """No line begins with a closing mark or a Lao sign that hangs on the letter before, none ends with an opening one."""
    for _, _, _, found in _fitted(project):
        for line in found.lines[1:]:
            assert line[0] not in breaks.NOT_FIRST, found.lines
            assert not DEPENDENT.match(line), found.lines
        for line in found.lines[:-1]:
            assert line[-1] not in breaks.NOT_LAST | WAITING, found.lines


def test_one_to_three_lines_in_the_sizes_of_their_shape(project: Site) -> None:
    """Every title stands in at most three lines, no larger and no smaller than its shape allows; few are small."""
    sizes = {shape: [found.size for _, _, each, found in _fitted(project) if each is shape] for shape in SHAPES}
    assert all(1 <= len(found.lines) <= 3 for *_, found in _fitted(project))
    for shape, row in sizes.items():
        assert shape.room.least <= min(row) <= max(row) == shape.room.most
        assert sorted(row)[len(row) // 10] >= shape.room.fair, "nine in ten are read with ease"


@pytest.mark.parametrize("code", CODES)
def test_what_is_drawn_stays_inside(code: str, project: Site) -> None:
    """The ink of the widest titles, as the renderer sets them, stays off the edges by half the margin at least."""
    fonts = [str(face.path) for face in faces.load(project.root).all.values()]
    for shape in SHAPES:
        rows = [(found, text) for language, text, each, found in _fitted(project) if language == code and each is shape]
        room = shape.room.width
        widest = sorted(rows, key=lambda row: max(faces.load(project.root).width(line, code) for line in row[0].lines) * row[0].size)[-6:]
        for found, text in widest:
            svg = words.svg(words.Said(code, found, "", "x"), shape, faces.load(project.root), "#ffcc00", "")
            png = bytes(resvg_py.svg_to_bytes(svg_string=re.sub("<rect.*?/>", "", svg), skip_system_fonts=True, font_files=fonts))
            box = Image.open(io.BytesIO(png)).getchannel("A").getbbox()
            assert box, text
            assert box[0] >= shape.margin // 2, text
            assert box[2] <= shape.margin + room + shape.margin // 2, text
            assert box[3] <= shape.height - shape.strip, text
