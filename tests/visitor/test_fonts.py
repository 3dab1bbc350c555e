"""The faces of the site have the letters of its pages."""

from __future__ import annotations

from pathlib import Path

from fontTools.ttLib import TTFont

from conftest import ROOT
from html_page import HtmlPage
from page_list import NAMES
from sitekit.languages import Language
from sitekit.pages import address
from sitekit.weights.faces import Face, Faces


def _faces(site: Path) -> list[Face]:
    sheet, = (site / "stylesheets").glob("site.*.css")
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
