"""Slips of spelling in names: what is taken for one and what is another word, beyond what the golden cases show."""

import pytest
from pypinyin import Style, pinyin_dict
from pypinyin.style import convert

from sitekit.checking import chinese_slips, lao_slips, spelling


def test_sounds_are_those_of_pypinyin() -> None:
    """Two characters share a line of data/characters/sounds.txt exactly if pypinyin reads them alike, tones left out."""
    readings = {chr(code): convert(said.partition(",")[0], Style.NORMAL, strict=False)
                for code, said in pinyin_dict.pinyin_dict.items() if 0x4E00 <= code <= 0x9FFF}  # fmt: skip
    lines: dict[str, set[str]] = {}
    for sign, reading in readings.items():
        lines.setdefault(chinese_slips.sounds(sign), set()).add(reading)
    assert all(len(found) == 1 for found in lines.values())
    assert len(lines) == len(set(readings.values()))


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("Cửa Lò", "many come to Cửa Lòn", "Cửa Lòn"),
        ("Vinh orange", "the Vinh oranges of", ""),
        ("Lam river", "beside the Cấm river", ""),
        ("Lam river", "beside the Làm river", "Làm river"),
        ("Laos", "the Lao wind", ""),
        ("胡志明", "纪念胡志名主席", "胡志名"),
        ("河静省", "乂安、河静两省", ""),
        ("炉门", "炉们海滩", "炉们"),
        ("门罗", "罗门", "罗门"),
        ("ເກື໊ອລໍ່", "ຫາດເກື໊ອລໍ້ຍາວ", "ເກື໊ອລໍ້"),
        ("ຫົວພັນ", "ການພົວພັນ", ""),
        ("ຊົນເຜົ່າໄທ", "ຊົນເຜົ່າ", ""),
        ("Cờn祠", "Cờn庙", "Cờn庙"),
    ],
)
def test_near_names(form: str, text: str, expected: str) -> None:
    """A wrong letter is found; a plural, another name, another word and a name without its kind are left alone."""
    assert spelling.near(form, text) == expected


def test_tone_marks() -> None:
    """A Lao name with another tone mark, or without one, is found at its place."""
    assert lao_slips.other_tones("ເກື໊ອລໍ່", "ເກືອລໍ່ ແລະ ເກື໊ອລໍ່") == ["ເກືອລໍ່"]


def test_homophones() -> None:
    """A homophone that shares a character is a slip; a numeral, a word of grammar and another kind of word are not."""
    assert chinese_slips.homophones("炉门", "在卢门") == ["卢门"]
    assert chinese_slips.homophones("义坛", "一坛酒") == []
    assert chinese_slips.homophones("乂安省", "乂安生活") == []


def test_a_name_of_seven_words_is_a_window() -> None:
    """Long names are compared as a whole, and each place begins with its longest run of words."""
    windows = spelling.windows("the Western Nghệ An World Biosphere Reserve")
    assert windows[0].written == "Western Nghệ An World Biosphere Reserve"
    assert windows[0].letters == "westernngheanworldbiospherereserve"
