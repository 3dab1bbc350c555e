"""Records: what is missing is named, by the name it has in the file; messages speak two languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from pictures.makers import RECORD, Run, quarters

from sitekit import languages
from sitekit.pictures import faults, records
from sitekit.pictures.settings import LANGUAGES

WHOLE: dict[str, Any] = yaml.safe_load(RECORD)


def test_languages_are_those_of_the_site(root: Path) -> None:
    """The languages that a record needs are those of the one list of languages."""
    assert set(LANGUAGES) == set(languages.load(root))


CASES: list[tuple[dict[str, Any], list[str]]] = [
    ({}, []),
    ({"creator": ""}, [faults.GAPS]),
    ({"caption": {"vi": "a", "en": "b", "lo": "c", "zh": " "}}, [faults.GAPS]),
    ({"caption": "one text"}, [faults.GAPS]),
    ({"licence": "CC BY 4.0"}, [faults.LICENCE]),
    ({"licence": "Báo Nghệ An", "licence_url": "https://example.org/l"}, []),
    ({"focal_point": [0.5, 1.5]}, [faults.FOCAL_POINT]),
    ({"focal_point": "middle"}, [faults.FOCAL_POINT]),
    ({"focal_point": [True, 0.5]}, [faults.FOCAL_POINT]),
    ({"place": "cua-lo"}, []),
    ({"place": "cua-lò"}, [faults.PLACE]),
    ({"place": None}, []),
    ({"subject": "life"}, []),
    ({"subject": "live"}, [faults.SUBJECT]),
    ({"subject": ["life"]}, [faults.SUBJECT]),
    ({"subject": None}, []),
]


@pytest.mark.parametrize(("change", "rules"), CASES)
def test_what_a_record_lacks_is_named(change: dict[str, Any], rules: list[str]) -> None:
    """Each gap or slip in a record is one problem; a whole record is none."""
    found = records.check({**WHOLE, **change}, "a.yml", {"cua-lo", "vinh"})
    assert [problem.rule for problem in found] == rules
    for problem in found:
        assert problem.text("vi").startswith("a.yml")
        assert "{" not in problem.text("vi") + problem.text("en")


def test_gaps_are_named_as_in_the_file() -> None:
    """A gap is called what the editor has to type; a photograph must say whether people agreed."""
    record = {**WHOLE, "caption": {"vi": "a", "en": "b"}, "source": None}
    del record["consent"]
    assert records.gaps(record) == ["source", "caption.lo", "caption.zh", "consent"]
    drawn = {**WHOLE, "kind": "illustration", "decorative": True, "description": None}
    assert records.gaps(drawn) == []


def test_a_record_with_gaps_stops_no_picture(folder: Path, run: Run) -> None:
    """The picture is made, the gap is a problem, a doubled text and a lonely record are warnings."""
    quarters().save(folder / "a.png")
    text = RECORD.replace("Tea hills at dawn", "Đồi chè buổi sớm").replace("source: test\n", "")
    (folder / "a.yml").write_text(text, "utf-8")
    (folder / "gone.yml").write_text(RECORD, "utf-8")
    result = run()
    assert list(result.manifest["images"]) == ["a.png"]
    assert [(found.path, found.rule) for found in result.problems] == [("a.yml", faults.GAPS)]
    assert [found.rule for found in result.warnings] == [faults.NO_PICTURE, faults.SAME_TEXT]


BROKEN = ["a: b: c", "- a\n- b", "just words", "creator: A\ncreator: B"]


@pytest.mark.parametrize("text", BROKEN)
def test_a_record_that_cannot_be_read_is_named(text: str, folder: Path, run: Run) -> None:
    """A record that is no record is a problem of its own; other pictures are made."""
    quarters().save(folder / "a.png")
    quarters().save(folder / "b.png")
    (folder / "a.yml").write_text(text, "utf-8")
    result = run()
    assert list(result.manifest["images"]) == ["b.png"]
    assert [found.path for found in result.problems] == ["a.yml"]


def test_dates_and_byte_order_marks_are_understood(folder: Path, run: Run) -> None:
    """YAML's dates become text in the manifest; a mark that Windows writes is no part of a key."""
    quarters().save(folder / "a.png")
    (folder / "a.yml").write_text("\ufeff" + RECORD + "taken: 2026-05-19\n", "utf-8")
    result = run()
    assert result.problems == []
    assert result.manifest["images"]["a.png"]["record"]["taken"] == "2026-05-19"
