"""The faces of the site have the letters of its pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

import subset_fonts
from conftest import ROOT
from html_page import HtmlPage
from page_list import NAMES
from sitekit import foreign_scripts, html_tree
from sitekit.languages import Language
from sitekit.pages import address
from sitekit.weights.faces import Face, Faces


def _faces(site: Path) -> list[Face]:
    (sheet,) = (site / "stylesheets").glob("site.*.css")
    return Faces(sheet.read_text("utf-8")).faces


def test_faces_have_the_letters_of_the_pages(site: Path, known_languages: dict[str, Language]) -> None:
    """No letter of any page lies in the range of a face that lacks it: its word would be set in two faces."""
    letters = {letter for name in NAMES for row in known_languages.values()
               for letter in HtmlPage(site / address(name, row) / "index.html").words}  # fmt: skip
    for face in _faces(site):
        font = set(TTFont(ROOT / "docs" / face.file.removeprefix("../")).getBestCmap())
        lacking = {letter for letter in letters if face.has(letter) and ord(letter) not in font}
        assert lacking == set(), (face.file, lacking)


def test_a_face_promises_no_more_than_it_has_in_vietnamese(site: Path) -> None:
    """Every letter of the Vietnamese alphabet, with and without tone, large and small, is in one of the faces for it."""
    vowels = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
    fonts: dict[bool, set[int]] = {}
    for face in _faces(site):
        if face.family == "Site Latin":
            fonts.setdefault(face.bold, set()).update(TTFont(ROOT / "docs" / face.file.removeprefix("../")).getBestCmap())
    assert set(fonts) == {True, False}
    for has in fonts.values():
        assert {letter for letter in vowels + vowels.upper() if ord(letter) not in has} == set()


def test_the_small_face_sets_what_it_is_given(site: Path, known_languages: dict[str, Language]) -> None:
    """The sheet, both weights and the pages' words of this class agree on its letters; other Lao words take the whole face."""
    name, letters = foreign_scripts.FEW["lo"]
    small = [face for face in _faces(site) if face.family == "Site Lao Few"]
    assert [face.bold for face in small] == [False, True]
    for face in small:
        assert {chr(code) for first, last in face.ranges for code in range(first, last + 1)} == letters
        assert letters <= set(map(chr, TTFont(ROOT / "docs" / face.file.removeprefix("../")).getBestCmap()))
    words = set()
    for row in known_languages.values():
        for page in NAMES:
            words |= set(re.findall(f'class="{name}">([^<]*)<', (site / address(page, row) / "index.html").read_text("utf-8")))
    assert words
    assert {letter for word in words for letter in word if letter not in letters and letter not in " ,.–-"} == set()


@pytest.mark.parametrize(("whole", "result", "letters"), subset_fonts.AGAIN)
def test_the_small_face_is_cut_from_the_whole_one(whole: str, result: str, letters: list[int], tmp_path: Path) -> None:
    """The committed file is what the tool cuts, to the glyph: the same letters, widths, places of marks and licence."""
    subset_fonts.cut(subset_fonts.OUTPUT / whole, tmp_path / result, letters)
    cut, kept = TTFont(tmp_path / result), TTFont(subset_fonts.OUTPUT / result)
    assert cut.keys() == kept.keys()
    for table in kept.keys():  # noqa: SIM118 (a font is no dictionary)
        if table != "GlyphOrder":
            assert cut.getTableData(table) == kept.getTableData(table), table
    assert {"GPOS", "GSUB", "GDEF"} <= set(kept.keys())
    assert "scripts.sil.org/OFL" in kept["name"].getDebugName(14)


def test_a_page_asks_for_the_face_that_its_words_need() -> None:
    """A word in the small face's class asks for it; a rule for first cells makes no other cell bold; a class may have a family."""
    css = ('@font-face{font-family:"A";font-weight:400;src:url("a.woff2")}@font-face{font-family:"A";font-weight:700;src:url("b.woff2")}'
           '@font-face{font-family:"Few";font-weight:400;src:url("few.woff2");unicode-range:U+0E81}'
           'body{font-family:"A"}.few{font-family:"Few","A"}.data td:first-child{font-weight:700}')  # fmt: skip

    def asked(html: str) -> set[str]:
        return Faces(css).files(html_tree.parse(html))

    assert asked('<p>x <span class="few">\u0e81</span></p>') == {"a.woff2", "few.woff2"}
    assert asked('<p><span class="few">\u0e82</span></p>') == {"a.woff2"}
    assert asked('<table class="data"><tr> <td>x</td></tr></table>') == {"b.woff2"}
    assert asked('<table class="data"><tr><th scope="row"></th><td>x</td></tr></table>') == {"a.woff2"}
