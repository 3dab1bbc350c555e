"""The faces of the cards: what they hold, and that every script is shaped."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
import resvg_py
from fontTools.ttLib import TTFont
from PIL import Image

from sitekit import check_cards
from sitekit.cards import characters, faces
from sitekit.pages import Page
from sitekit.site import Site


def _ink(project: Site, text: str, language: str) -> tuple[int, int]:
    """Width and height in pixels of the ink of `text` at 100 pixels."""
    known = faces.load(project.root)
    runs = "".join(f'<tspan font-family="{run.face.family}">{run.text}</tspan>' for run in known.runs(text, language))
    svg = (f'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="400"><text x="100" y="250" font-size="100" '
           f'font-weight="700">{runs}</text></svg>')  # fmt: skip
    fonts = [str(face.path) for face in known.all.values()]
    png = bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=fonts))
    box = Image.open(io.BytesIO(png)).getchannel("A").getbbox()
    assert box, text
    return box[2] - box[0], box[3] - box[1]


def test_chinese_face_is_ready_for_titles_to_come(root: Path) -> None:
    """The Chinese face holds GB 2312 level 1, its punctuation, and every Chinese character of the site's texts."""
    held = set(map(chr, TTFont(root / faces.FOLDER / faces.HAN).getBestCmap()))
    assert len(characters.frequent()) == 3755
    assert characters.wanted(root) - held == set()


def test_latin_face_holds_vietnamese_whole(project: Site) -> None:
    """Every letter of Vietnamese with every mark, in both cases, and Lao from its first letter to its last."""
    vowels = "aăâeêioôơuưy"
    marked = [letter + mark for letter in vowels for mark in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")]
    text = "".join([*marked, "đ"])
    assert faces.load(project.root).missing(text + text.upper()) == ""
    assert faces.load(project.root).missing("ກຂຄງຈຊຍດຕຖທນບປຜຝພຟມຢຣລວສຫອຮະາຳິີຶືຸູເແໂໃໄໆ່້໊໋໌ໍໜໝັົຽຼ") == ""


@pytest.mark.parametrize(("plain", "marked"), [("ປ", "ປີ"), ("ປີ", "ປີ້"), ("ທ", "ທີ"), ("ທີ", "ທີ່")])
def test_lao_marks_stand_above_each_other(plain: str, marked: str, project: Site) -> None:
    """A vowel sign stands above its consonant and a tone above the vowel: the ink grows upwards and not in width."""
    narrow, low = _ink(project, plain, "lo")
    wide, high = _ink(project, marked, "lo")
    assert high > low + 8
    assert abs(wide - narrow) <= 30


def test_lao_marks_below_and_joined_letters(project: Site) -> None:
    """ຫຼ is one shape with its sign below, ຸ hangs under its letter."""
    assert _ink(project, "ຫຼ", "lo")[1] > _ink(project, "ຫ", "lo")[1] + 8
    assert _ink(project, "ກຸ", "lo")[1] > _ink(project, "ກ", "lo")[1] + 8


def test_each_script_has_its_face(project: Site) -> None:
    """Chinese marks stand in the Chinese face even where a Latin face has them; a gap parts Chinese from Latin."""
    known = faces.load(project.root)
    runs = known.runs("“乂安”VSIP——3个", "zh")
    assert [(run.text, Path(run.face.path).name, bool(run.gap)) for run in runs] == [
        ("“乂安”", faces.HAN, False), ("VSIP", faces.LATIN, False), ("——", faces.HAN, False),
        ("3", faces.LATIN, False), ("个", faces.HAN, True)]  # fmt: skip
    assert [Path(run.face.path).name for run in known.runs("“ເຫງະອານ” An", "lo")] == [faces.LATIN, faces.LAO, faces.LATIN]


def test_every_family_is_one_that_its_file_names(root: Path) -> None:
    """Each face is bold, calls itself by the name under which the renderer finds it, and lies beside its licence."""
    folder = root / faces.FOLDER
    for name, family in ((faces.LATIN, "Be Vietnam Pro"), (faces.LAO, "Noto Sans Lao"), (faces.HAN, "Noto Sans CJK SC")):
        font = TTFont(folder / name)
        assert font["name"].getDebugName(1) == family
        assert font["OS/2"].usWeightClass == 700
        licence = (folder / f"{name.rpartition('-')[0]}-OFL.txt").read_text("utf-8")
        assert licence.startswith("Copyright ")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence


def test_a_missing_character_is_named_with_its_page(project: Site, changed: Callable[..., Page], small: Callable[..., Site]) -> None:
    """A title with a character that no face has is refused; the message names the character and the page."""
    page = changed("zh", "visit/vinh", title="荣市𠮷祥")
    found = check_cards.problems(small(page))
    assert [(problem.rule, problem.path, problem.words["char"]) for problem in found] == [("card-character-missing", page.file, "𠮷")]
    assert "𠮷" in found[0].text("en")
    assert "docs/zh/visit/vinh.md" in found[0].text("vi")
    assert check_cards.problems(project) == []


def test_a_card_title_helps(changed: Callable[..., Page], small: Callable[..., Site]) -> None:
    """A title that fits in no size is refused with advice; a shorter `card_title` is what the card then shows."""
    long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    site = small(changed("en", "visit/vinh", title=long), changed("en", "visit/vinh", title=long, card_title="Vinh"))
    found = check_cards.problems(site)
    assert [problem.rule for problem in found] == ["card-title-too-long"]
    assert "card_title" in found[0].text("en")
