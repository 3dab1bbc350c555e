"""What the pages say: clean by the check, figures that can be traced, records of pictures, drawings that are only drawings."""

import datetime
import re
from pathlib import Path

import yaml

from page_list import CODES
from sitekit import datafiles, figures, sources
from sitekit.checking import run, suppress
from sitekit.checking.corpus import Corpus
from sitekit.checking.rules import RULES
from sitekit.pages import Pages

#: Exceptions from rules that the whole site may have.
MOST_EXCEPTIONS = 5


def test_the_check_is_clean(root: Path) -> None:
    """Nothing is wrong on the site, and few rules are excepted; reminders are judged on the day the facts were last checked."""
    pages = list(Corpus(root).pages())
    day = datetime.date.fromisoformat(max(page.string("checked") for page in pages))

    found = run.check(Corpus(root, today=day), RULES)

    assert [(one.problem.path, one.problem.line, one.problem.rule) for one in found] == []
    assert sum(len(suppress.of(page)) for page in pages) < MOST_EXCEPTIONS


def test_every_figure_can_be_traced(root: Path) -> None:
    """Each figure says from which row it was taken, has a confidence that may be published, and a source."""
    rows = datafiles.load(root, figures.FILE)
    assert all(re.fullmatch(r"(culture|economy)\.md#[a-z0-9_]+", row["fact"]) for row in rows.values())
    assert figures.load(root, sources.load(root)).keys() == rows.keys()
    assert all(figure.confidence in {"high", "medium"} for figure in figures.load(root, sources.load(root)).values())


def test_no_double_spaces(pages: Pages) -> None:
    """No two spaces stand side by side in a text."""
    for page in pages:
        assert not re.search(r"[^\n|]  +[^\n|]", page.body), page.file


def test_records_of_pictures(root: Path) -> None:
    """Each picture has a record: what it shows and its caption in four languages, kind, creator, licence, focal point."""
    folder = root / "docs/assets/images"
    masters = sorted(path.stem for path in folder.iterdir() if path.suffix != ".yml")
    assert len(masters) >= 12
    assert sorted(path.stem for path in folder.glob("*.yml")) == masters
    places = datafiles.load(root, "data/places.yml")
    for name in masters:
        record = yaml.safe_load((folder / f"{name}.yml").read_text("utf-8"))
        for key in ("description", "caption"):
            assert set(record[key]) == set(CODES), name
            assert len(set(record[key].values())) >= 3, name
        assert record["kind"] in {"illustration", "photo"}
        assert record["licence"]
        assert record["creator"]
        assert record["credit"]
        assert record["place"] is None or record["place"] in places, name
        assert all(0 < number < 1 for number in record["focal_point"])
        assert record.get("render_width", 2000) == 2000


def test_vectors_hold_nothing_foreign(root: Path) -> None:
    """Illustrations are drawings alone: no text, no script, no embedded raster, no address of another host."""
    for path in (root / "docs/assets/images").glob("*.svg"):
        text = path.read_text("utf-8")
        assert not re.search(r"<(text|script|image|foreignObject|style|animate)\b|\bon\w+=|href=\"(?!#)|url\((?!#)", text), path.name
