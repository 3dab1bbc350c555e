"""Days and series of numbers as each language writes them, to the letter."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from sitekit import plot_scale, spans
from sitekit.figures import Figure
from sitekit.interface import Words
from sitekit.languages import Language
from sitekit.occurrences import Occurrence

CASES = yaml.safe_load((Path(__file__).parent / "cases/spans.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def words(root: Path, known_languages: dict[str, Language]) -> dict[str, Words]:
    """Interface words of every language."""
    return {code: Words(root, code, row.locale) for code, row in known_languages.items()}


@pytest.mark.parametrize("case", CASES["spans"], ids=lambda case: f"{case['start']} {case['precision']}")
def test_days_in_words(case: dict[str, Any], known_languages: dict[str, Language], words: dict[str, Words]) -> None:
    """One day, days of one month, days of two months, days not known exactly, a month alone."""
    start, end = (datetime.date.fromisoformat(str(case[key])) for key in ("start", "end"))
    when = Occurrence(start, end, case["precision"], published=False)
    assert {code: spans.text(when, row, words[code]) for code, row in known_languages.items()} == {code: case[code] for code in words}


@pytest.mark.parametrize("case", CASES["lunar"], ids=lambda case: case["en"])
def test_lunar_days_in_words(case: dict[str, Any], known_languages: dict[str, Language], words: dict[str, Words]) -> None:
    """Months by their old names in Vietnamese and Chinese, days in Chinese numerals."""
    rule = {"lunar": {key: case[key] for key in ("month", "from", "to")}}
    assert {code: spans.lunar(rule, row, words[code]) for code, row in known_languages.items()} == {code: case[code] for code in words}
    assert spans.lunar({"month": 4}, known_languages["en"], words["en"]) == ""


@pytest.mark.parametrize("case", CASES["scales"], ids=lambda case: case["unit"])
def test_scales_of_plots(case: dict[str, Any], known_languages: dict[str, Language], words: dict[str, Words]) -> None:
    """The unit is said once with the language's own magnitude; the bars carry plain numbers; shares carry their sign."""
    figures = [Figure(str(n), {}, Decimal(value), Decimal(value), case["unit"], "", False, "high", ())
               for n, value in enumerate(case["values"])]  # fmt: skip
    for code, language in known_languages.items():
        scale = plot_scale.scale(figures, language, words[code])
        assert [scale.unit, *(scale.label(figure) for figure in figures)] == case[code], code
