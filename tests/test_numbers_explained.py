"""Every number on the site that states something is explained: by a row of data with its source, or by what it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from sitekit import numbers, page_sources, site
from sitekit.pages import Page
from sitekit.site import Site
from typed_numbers import ALLOWED, unexplained

EXPLAINED: dict[str, dict[str, str]] = yaml.safe_load((Path(__file__).parent / "cases/typed-numbers.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def loaded(root: Path) -> Site:
    """The project, without its pictures."""
    return site.load(root)


def _in_data(project: Site, page: Page, number: str) -> bool:
    """Whether a figure has this value and the page rests on a source of that figure."""
    keys = {source.key for source in page_sources.used(project, page)}
    language = project.languages[page.language]
    return any(keys & set(figure.sources) and number in {numbers.number(value, language) for value in (figure.low, figure.high)}
               for figure in project.figures.values())  # fmt: skip


def test_no_statistic_is_typed(loaded: Site) -> None:
    """What is typed in a page is a date, a name, a small count, the value of a figure that the page's sources carry, or listed."""
    found = []
    for page in loaded.pages:
        listed = {**EXPLAINED["*"], **EXPLAINED.get(page.name, {})}
        for text in (page.header.title, page.header.description, page.header.lead, page.body):
            found += [f"{page.file}: {number} in “{around}”" for number, around in unexplained(text)
                      if number not in listed and not _in_data(loaded, page, number)]  # fmt: skip
    assert found == []


def test_what_is_listed_has_a_reason() -> None:
    """Every pattern and every listed number says why it may be typed."""
    assert all(len(reason.split()) > 2 for reason, _ in ALLOWED)
    assert all(len(reason) > 15 for rows in EXPLAINED.values() for reason in rows.values())


@pytest.mark.parametrize("text", [
    "Năm 2024 tỉnh thu hút 1,75 tỷ USD.", "Dân số 3,8 triệu người, tăng 12%.", "The beach is 12 km long.", "It drew 9.9 million visits.",
    "Growth was 8.44%.", "Work on 45 projects began.", "ຫາດຊາຍຍາວ 10 ກິໂລແມັດ.", "ມີ 3.800.000 ຄົນ.", "海岸线长82公里。", "投资17.5亿美元。",
    "全省有130个乡坊。", "Vốn 500 tỷ đồng", "a road of 7 m", "1,500 MW", "cao 2.711 m", "5 ha"])  # fmt: skip
def test_typed_statistics_are_caught(text: str) -> None:
    """A measure, an amount, a share or a larger count typed into a sentence is found, in every language."""
    assert list(unexplained(text))


@pytest.mark.parametrize("text", [
    "ngày 19 tháng 12 năm 2025", "on 19 December 2025", "ວັນທີ 19 ທັນວາ 2025", "2025年12月19日", "từ 2025–2027", "the 1990s",
    "于2014年列入", "Quyết định 548/QĐ-TTg", "Law 143/2025/QH15", "quốc lộ 46", "沿46号国道",
    "three islands, 2 of them", "16 Trường Thi",
    "{{ coast_km }} và {{ fdi_2024 | words }}", "![](../../assets/images/a-2000.svg)", "[x](y.md#section-99)", "ngày 15 tháng Giêng",
    "tháng 2 đến tháng 8", "in the 13th century", "13世纪", "the 20th Congress", "+84 238", "CC BY 4.0",
    "từ 7 giờ 30 đến 11 giờ"])  # fmt: skip
def test_names_and_dates_are_let_through(text: str) -> None:
    """Dates, numbers of documents and roads, small counts, citations and addresses need no row."""
    assert list(unexplained(text)) == []


def test_every_figure_of_the_data_has_its_row_of_facts(root: Path) -> None:
    """Each figure names the row of the fact files from which it was taken."""
    rows = yaml.safe_load((root / "data/figures.yml").read_text("utf-8"))
    assert [key for key, row in rows.items() if not re.fullmatch(r"(culture|economy)\.md#\w+", str(row.get("fact")))] == []
