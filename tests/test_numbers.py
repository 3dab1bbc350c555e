"""Numbers, amounts and dates in the form of each language's readers."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from sitekit import figures, interface, numbers, sources
from sitekit.figures import Figure
from sitekit.interface import Words
from sitekit.languages import Language

CASES = yaml.safe_load((Path(__file__).parent / "cases/numbers.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def words(root: Path, known_languages: dict[str, Language]) -> dict[str, Words]:
    """Interface words of every language."""
    return {code: Words(root, code, row.locale) for code, row in known_languages.items()}


def _figure(value: str, unit: str) -> Figure:
    low, _, high = value.partition("…")
    return Figure("x", {}, Decimal(low), Decimal(high or low), unit, "", False, "high", ())


@pytest.mark.parametrize("case", CASES["figures"], ids=lambda case: f"{case['value']} {case['unit']} {case['form']}")
def test_figures_in_the_readers_form(case: dict[str, str], known_languages: dict[str, Language], words: dict[str, Words]) -> None:
    """A figure reads as its language writes it, to the letter."""
    figure = _figure(str(case["value"]), case["unit"])
    actual = {code: figure.text(case["form"], row, words[code]) for code, row in known_languages.items()}
    assert actual == {code: case[code] for code in known_languages}


@pytest.mark.parametrize("case", CASES["dates"], ids=lambda case: case["date"])
def test_dates_in_the_readers_form(case: dict[str, str], known_languages: dict[str, Language]) -> None:
    """A date, a month or a year reads as its language writes it."""
    actual = {code: numbers.date(case["date"], row) for code, row in known_languages.items()}
    assert actual == {code: case[code] for code in known_languages}


def _units(root: Path) -> list[str]:
    catalogue = interface.catalogue(root, "en", "en")
    named = [str(message.id[0]).removeprefix("unit-") for message in catalogue if isinstance(message.id, tuple)]
    return sorted({*numbers.CLDR_UNITS, *named, "none"})


def test_no_unit_leaks_its_identifier(root: Path, known_languages: dict[str, Language], words: dict[str, Words]) -> None:
    """Whatever the unit and language, neither Babel's unit ids nor our own appear, and the number is there once."""
    for unit in _units(root):
        for value in (Decimal(1), Decimal(2), Decimal("1234.5")):
            for code, language in known_languages.items():
                plain = numbers.number(value, language)
                text = numbers.with_unit(plain, value, unit, language, words[code])
                assert "-" not in unit or unit not in text, (unit, code, text)
                assert not re.search(r"(area|length|power|mass|duration)-[a-z]+", text), (unit, code, text)
                assert text.count(plain) == 1, (unit, code, text)
                if code in {"lo", "zh"} and unit not in {"megawatt", "dwt", "none"}:
                    assert not re.search(r"[A-Za-z]{3}", text), (unit, code, text)


def test_no_invisible_character(root: Path, known_languages: dict[str, Language], words: dict[str, Words]) -> None:
    """No formatted figure of the site carries a zero-width character: CLDR hides some in Lao names."""
    for figure in figures.load(root, sources.load(root)).values():
        for code, language in known_languages.items():
            for form in ("full", "words", "number", "as-of"):
                assert not re.search("[\u200b-\u200f\u2060\ufeff]", figure.text(form, language, words[code]))


def test_a_figure_has_one_value_in_all_languages(root: Path, known_languages: dict[str, Language], words: dict[str, Words]) -> None:
    """Read back, every figure of the site has the same value in all four languages, in full and in words."""
    scale = {"nghìn": 3, "triệu": 6, "tỷ": 9, "thousand": 3, "million": 6, "billion": 9, "trillion": 12,
             "ພັນ": 3, "ແສນ": 5, "ລ້ານ": 6, "ຕື້": 9, "万亿": 12, "亿": 8, "万": 4}  # fmt: skip
    for figure in figures.load(root, sources.load(root)).values():
        for form in ("full", "words"):
            read = set()
            for code, language in known_languages.items():
                text = figure.text(form, language, words[code])
                text = re.split("[–—]", text)[-1]
                number = re.search(r"-?\d[\d.,]*", text)
                assert number, text
                digits = number[0].rstrip(".,")
                digits = digits.replace(".", "").replace(",", ".") if code in {"vi", "lo"} else digits.replace(",", "")
                # the magnitude follows its digits: ພັນ also ends the Lao word for a product
                after = text[number.end() :].lstrip()
                power = next((power for word, power in scale.items() if after.startswith(word)), 0)
                read.add(Decimal(digits).scaleb(power).normalize())
            assert len(read) == 1, (figure.key, form, read)
