"""The order of titles in the list of all pages, as each language's dictionaries have it."""

from __future__ import annotations

import random

import pytest

from sitekit import collation

ORDERS = {
    "en": ["About", "Cửa Lò", "Đền Cờn", "Getting here", "Invest", "Kim Liên", "Ví and Giặm", "Vinh"],
    "zh": ["炉门", "旅游", "投资", "文化", "乂安"],
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "zh"])
def test_order(language: str) -> None:
    """Shuffled titles come back in the order of the dictionary."""
    titles = ORDERS[language][:]
    random.Random(3).shuffle(titles)
    assert sorted(titles, key=lambda title: collation.key(title, language)) == ORDERS[language]


def test_vietnamese_order() -> None:
    """A before Ă before Â, D before Đ; tones in the order none, grave, hook, tilde, acute, dot."""

    def ordered(*words: str) -> bool:
        shuffled = random.Random(5).sample(words, len(words))
        return sorted(shuffled, key=lambda word: collation.key(word, "vi")) == list(words)

    assert ordered("An", "Ăn", "Ân", "Ba")
    assert ordered("Ba", "Bà", "Bả", "Bã", "Bá", "Bạ")
    assert ordered("Du lịch", "Dưa", "Đầu tư", "Em", "Êm")
    assert ordered("Cô", "Cơ", "Cửa Lò", "Khám phá", "Kim Liên", "Nghệ An", "Ví, Giặm", "Xô viết")


def test_lao_order() -> None:
    """The consonant decides before the vowel that is written in front of it; ໜ and ຫຼ stand under ຫ."""

    def ordered(*words: str) -> bool:
        shuffled = random.Random(5).sample(words, len(words))
        return sorted(shuffled, key=lambda word: collation.key(word, "lo")) == list(words)

    assert ordered("ການລົງທຶນ", "ກິມລຽນ", "ເກື໊ອລໍ່", "ຂອງ", "ງານບຸນ", "ຈັກ", "ສະໜາມບິນ", "ທ່ອງທ່ຽວ")
    assert ordered("ນ້ຳກັ່ນ", "ປູມາດ", "ຫງະ", "ຫຼັກ", "ອາຫານ", "ຮູ້ຈັກ")
    assert ordered("ກາ", "ກ່າ", "ກ້າ")


@pytest.mark.parametrize(("title", "language", "letter"), [
    ("Đầu tư", "vi", "Đ"), ("Ẩm thực", "vi", "Â"), ("Cửa Lò", "en", "C"), ("乂安文化", "zh", "Y"), ("ເກື໊ອລໍ່", "lo", "ກ"),
    ("ໜ້າຫຼັກ", "lo", "ຫ"), ("Ví và Giặm", "zh", "V"), ("2025", "en", "#"), ("", "vi", "#")])  # fmt: skip
def test_letters(title: str, language: str, letter: str) -> None:
    """Each title stands under the letter where a reader of the language looks for it."""
    assert collation.letter(title, language) == letter
