"""The reader of numbers: what it reads in each language, what agrees between languages and which separators are wrong."""

import time
from pathlib import Path

import pytest
import yaml

from sitekit.checking.reading_numbers import Reading, differences, parse, wrong_separators

TABLES = Path(__file__).parent / "numbers"


def table(name: str) -> dict[str, list[list[str]]]:
    """A golden table by language."""
    rows: dict[str, list[list[str]]] = yaml.safe_load((TABLES / f"{name}.yml").read_text("utf-8"))
    return rows


READING = [(code, text, expected) for code, rows in table("reading").items() for text, expected in rows]


@pytest.mark.parametrize(("code", "text", "expected"), READING)
def test_reads_what_the_language_writes(code: str, text: str, expected: str) -> None:
    """Every number, date, time, magnitude and word of the table is read as the table says, and nothing else is."""
    assert " | ".join(str(found) for found in parse(text, code)) == expected


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a golden table of statements in several languages."""
    found: list[dict[str, str]] = yaml.safe_load((TABLES / f"{name}.yml").read_text("utf-8"))
    return found


SAME = [(one, row[one], two, row[two]) for row in rows("same") for one in row for two in row if one != two]
DIFFERENT = [("vi", row["vi"], code, row[code]) for row in rows("different") for code in row if code != "vi"]


@pytest.mark.parametrize(("one", "source", "two", "translation"), SAME)
def test_the_same_statement_agrees(one: str, source: str, two: str, translation: str) -> None:
    """Two languages that say the same raise nothing, however each writes its numbers."""
    missing, extra = differences(Reading(source, one), Reading(translation, two))
    assert (list(map(str, missing)), list(map(str, extra))) == ([], [])


@pytest.mark.parametrize(("one", "source", "two", "translation"), DIFFERENT)
def test_a_changed_number_is_named(one: str, source: str, two: str, translation: str) -> None:
    """A number that differs between two languages is found from either side."""
    assert any(differences(Reading(source, one), Reading(translation, two)))
    assert any(differences(Reading(translation, two), Reading(source, one)))


@pytest.mark.parametrize(("code", "text", "right"), [(code, *row) for code, found in table("separators").items() for row in found])
def test_wrong_separators_are_mended(code: str, text: str, right: str) -> None:
    """A number in the habits of another language is named with the way to write it; a right one is left alone."""
    assert ", ".join(slip.right for slip in wrong_separators(Reading(text, code))) == right


def test_long_texts_take_time_in_proportion() -> None:
    """Ten times the text takes about ten times as long, whatever it is made of."""
    for piece in ("1.", "năm ", "0 ", "a.", "{{", "](", "19/12/", "一二", "ສາມ", "I", "+84 ", "`", "1,000"):
        spent = []
        for times in (2_000, 20_000):
            began = time.process_time()
            parse(piece * times, "vi")
            spent.append(time.process_time() - began)
        assert spent[1] < 40 * spent[0] + 0.2, piece
