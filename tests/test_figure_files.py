"""The figures as files: every one that a page shows, the same in CSV and JSON, in each language's own words."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path

import pytest

from html_page import HtmlPage
from page_list import CODES, NAMES
from sitekit import figure_files
from sitekit import site as sites
from sitekit.languages import Language
from sitekit.pages import address
from sitekit.site import Site


@pytest.fixture(scope="module")
def project(root: Path) -> Site:
    """The site as it is loaded for a build."""
    return sites.load(root)


def test_both_files_hold_every_figure_shown(site: Path, project: Site, known_languages: dict[str, Language]) -> None:
    """A figure on any page is in the files with its value, unit, text, date and sources, and nothing else is."""
    shown = {Decimal(attrs["value"]) for name in NAMES for language in known_languages.values()
             for attrs in HtmlPage(site / address(name, language) / "index.html").find("data", class_="site-figure")}  # fmt: skip
    for code in CODES:
        whole = json.loads((site / f"data/nghe-an-figures.{code}.json").read_text("utf-8"))
        found = {row["key"]: row for row in whole["figures"]}
        with (site / f"data/nghe-an-figures.{code}.csv").open(encoding="utf-8-sig", newline="") as file:
            table = {row["key"]: row for row in csv.DictReader(file)}
        assert set(found) == set(table) <= set(project.figures)
        assert shown <= {Decimal(row["low"]) for row in whole["figures"]}
        for key, row in found.items():
            figure = project.figures[key]
            assert (Decimal(row["low"]), Decimal(row["high"])) == (figure.low, figure.high)
            assert row["text"] == figure.text("full", known_languages[code], project.words[code]) == table[key]["text"]
            assert [source["title"] for source in row["sources"]] == [project.sources[name].title for name in figure.sources]
            assert all(table[key][name] == row[name] for name in ("label", "unit", "as_of", "value"))
            assert (table[key]["estimate"] == "yes") is row["estimate"] is figure.estimate


def test_the_fact_sheet_offers_them(site: Path, known_languages: dict[str, Language]) -> None:
    """The page of all figures links the files of its own language, and no other page does."""
    for code, language in known_languages.items():
        for name in NAMES:
            links = [Path(attrs["href"]).name for attrs in HtmlPage(site / address(name, language) / "index.html").find("a")
                     if "/data/" in attrs.get("href", "")]  # fmt: skip
            wanted = [f"nghe-an-figures.{code}.{form}" for form in figure_files.FORMS] if name == figure_files.PAGE else []
            assert links == wanted, (name, code)
