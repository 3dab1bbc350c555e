"""Plots: what is drawn is what the figures say, and what nobody published stays open."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from sitekit.figures import Figure
from sitekit.interface import Words
from sitekit.languages import Language
from sitekit.plot_drawing import HEIGHT, WIDTH, svg
from sitekit.plot_scale import Point, Scale, extent, slots


def _point(year: str, value: str, estimate: bool = False, high: str = "") -> Point:
    return Point(year, Figure(year, {}, Decimal(value), Decimal(high or value), "usd", year, estimate, "high", ("x",)))


SERIES = [_point("2021", "2"), _point("2022", "4"), _point("2024", "3", estimate=True)]


@pytest.fixture
def scale(root: Path, known_languages: dict[str, Language]) -> Scale:
    """Plain numbers in English."""
    return Scale(Decimal(1), "USD", known_languages["en"], Words(root, "en", "en_GB"))


def _drawn(points: list[Point], scale: Scale, kind: str = "bar") -> ET.Element:
    return ET.fromstring(svg("x", kind, slots(points), scale, "A & B", "“C” <d>"))  # noqa: S314 (our own drawing)


def test_a_missing_year_keeps_its_place() -> None:
    """Between 2022 and 2024 an empty 2023 stands; labels that are no years are left as they are."""
    assert [(point.label, point.figure is not None) for point in slots(SERIES)] == [
        ("2021", True), ("2022", True), ("2023", False), ("2024", True)]  # fmt: skip
    named = [_point("2023", "1"), _point("9M 2025", "1")]
    assert slots(named) == named
    assert slots([]) == []


def test_heights_are_in_proportion(scale: Scale) -> None:
    """A bar of half the value is half as high, all stand on one line, the estimate is marked, the gap is a dash."""
    drawing = _drawn(SERIES, scale)
    bars = [(float(bar.attrib["height"]), float(bar.attrib["y"]) + float(bar.attrib["height"]), bar.attrib["class"])
            for bar in drawing.iter("rect")]  # fmt: skip
    heights = [height for height, _, _ in bars]
    assert heights == pytest.approx([heights[1] / 2, heights[1], heights[1] * 0.75], abs=0.11)
    assert len({round(bottom) for _, bottom, _ in bars}) == 1
    assert [("estimate" in name) for _, _, name in bars] == [False, False, True]
    assert [text.text for text in drawing.iter("text") if text.attrib["class"] == "site-plot__gap"] == ["–"]
    assert [text.text for text in drawing.iter("text") if text.attrib["class"] == "site-plot__value"] == ["2", "4", "3"]


def test_everything_stays_inside(scale: Scale) -> None:
    """Bars, dots and the middle of every label lie within the drawing, for one point and for twelve."""
    for points in ([_point("2024", "7")], [_point(str(2010 + n), str(10 + n)) for n in range(12)]):
        for kind in ("bar", "line"):
            for element in _drawn(points, scale, kind).iter():
                x, y = (float(element.attrib.get(key, element.attrib.get(f"c{key}", 1))) for key in ("x", "y"))
                assert 0 <= x <= WIDTH
                assert 0 <= y <= HEIGHT


def test_a_line_is_lifted_over_a_gap(scale: Scale) -> None:
    """Points on both sides of a missing year are not joined: the line begins anew."""
    path = next(element.attrib["d"] for element in _drawn(SERIES, scale, "line").iter("path") if "line" in element.attrib["class"])
    assert re.sub(r"[\d. ]", "", path) == "MLM"


def test_falls_hang_from_zero(scale: Scale) -> None:
    """A negative value hangs below the line of zero and carries its number above that line."""
    points = [_point("2020", "-3"), _point("2021", "6")]
    assert extent([point.figure for point in points if point.figure]) == (-3, 6)
    base, *_ = (float(element.attrib["d"].split()[1].partition("H")[0]) for element in _drawn(points, scale).iter("path"))
    falling, rising = ((float(bar.attrib["y"]), float(bar.attrib["height"])) for bar in _drawn(points, scale).iter("rect"))
    assert falling[0] == pytest.approx(base)
    assert sum(rising) == pytest.approx(base, abs=0.11)
    assert rising[1] == pytest.approx(2 * falling[1], abs=0.2)


def test_a_screen_reader_hears_title_and_text(scale: Scale) -> None:
    """The drawing is one image with a name and a description, which are text and never mark-up; no style of its own."""
    drawing = _drawn(SERIES, scale)
    assert drawing.attrib["role"] == "img"
    ids = {element.attrib["id"]: element.text for element in drawing.iter() if "id" in element.attrib}
    assert [ids[key] for key in drawing.attrib["aria-labelledby"].split()] == ["A & B", "“C” <d>"]
    assert not [element for element in drawing.iter() if "style" in element.attrib or "fill" in element.attrib]
