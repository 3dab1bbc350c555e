"""The order of titles as a reader of each language expects it in a list, and the letter each stands under."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

VIETNAMESE = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
#: Tones in the order of Vietnamese dictionaries: none, grave, hook, tilde, acute, dot.
TONES = "\u0300\u0309\u0303\u0301\u0323"
LAO = "ກຂຄງຈສຊຍດຕຖທນບປຜຝພຟມຢຣລວຫອຮ"
LAO_VOWELS = "ະັາຳິີຶືຸູົຽໍເແໂໃໄ"
LAO_TONES = "\u0ec8\u0ec9\u0eca\u0ecb"
LEADING = "ເແໂໃໄ"
#: Two letters in one sign stand in dictionaries under the first.
LIGATURES = {"ໜ": "ຫນ", "ໝ": "ຫມ"}

Key = tuple[list[int], list[int], str]


def _ranked(chars: list[str], alphabet: str) -> list[int]:
    # what is no letter of the alphabet comes first, in the order of Unicode: digits, then other scripts at the end
    return [alphabet.index(char) + 0x200000 if char in alphabet else ord(char) + (0 if char.isdigit() else 0x300000) for char in chars]


def _vietnamese(text: str) -> Key:
    letters, tones = [], []
    for char in unicodedata.normalize("NFC", text.lower()):
        parts = unicodedata.normalize("NFD", char)
        tone = next((mark for mark in parts if mark in TONES), "")
        letter = unicodedata.normalize("NFC", parts.replace(tone, "")) if tone else char
        if letter.isalnum():
            letters.append(letter)
            tones.append(TONES.index(tone) + 1 if tone else 0)
    return _ranked(letters, VIETNAMESE), tones, text


def _lao(text: str) -> Key:
    """Consonants decide before the vowels written in front of them; tone marks decide last."""
    chars = list("".join(LIGATURES.get(char, char) for char in text))
    for at in range(len(chars) - 1):
        if chars[at] in LEADING and chars[at + 1] in LAO:
            chars[at], chars[at + 1] = chars[at + 1], chars[at]
    letters = [char for char in chars if char.isalnum() or char in LAO_VOWELS]
    return _ranked(letters, LAO + LAO_VOWELS), [LAO_TONES.index(char) + 1 for char in chars if char in LAO_TONES], text


def _latin(text: str) -> Key:
    plain = "".join(char for char in unicodedata.normalize("NFKD", text.lower().replace("đ", "d")) if char.isalnum())
    return [ord(char) for char in plain], [], text


def _pinyin(text: str) -> Key:
    from pypinyin import lazy_pinyin  # noqa: PLC0415 (its tables take longer to load than a preview takes to show a page)

    # Vietnamese names keep their marks in Chinese text; they stand among the syllables without them
    return [ord(char) for syllable in lazy_pinyin(text) for char in " ".join([*_plain(syllable)]).replace(" ", "")], [], text


def _plain(text: str) -> str:
    return "".join(chr(code) for code in _latin(text)[0])


KEYS: dict[str, Callable[[str], Key]] = {"vi": _vietnamese, "lo": _lao, "en": _latin, "zh": _pinyin}


def key(text: str, language: str) -> Key:
    """What to sort `text` by in `language`."""
    return KEYS[language](text)


def letter(text: str, language: str) -> str:
    """The letter that `text` stands under: A, Đ, ກ; for Chinese the first of its pinyin."""
    first = key(text, language)[0][:1]
    if not first:
        return "#"
    if language == "vi" and 0x200000 <= first[0] < 0x300000:
        return VIETNAMESE[first[0] - 0x200000].upper()
    if language == "lo" and 0x200000 <= first[0] < 0x300000:
        return LAO[first[0] - 0x200000] if first[0] - 0x200000 < len(LAO) else "#"
    char = chr(first[0] % 0x300000)
    return char.upper() if char.isalpha() else "#"
