"""The audit of cards, feeds and calendars, on a small site of two pages."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image

from sitekit.audit import cards, feeds
from sitekit.audit.built import Built

BASE = "https://nghean.example/"
ATOM = ('<feed xmlns="http://www.w3.org/2005/Atom"><id>a</id><title>t</title><updated>2026-11-26T00:00:00Z</updated>'
        "<entry><id>b</id><title>u</title><updated>2026-11-26T00:00:00Z</updated></entry></feed>")  # fmt: skip
JSON = '{"version": "https://jsonfeed.org/version/1.1", "title": "t", "items": [{"id": "1"}]}'
ICS = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


def _small(folder: Path) -> None:
    """Two pages with cards, feeds and a calendar."""
    for file, lang, locale in (("index.html", "en", "en_GB"), ("vi/index.html", "vi", "vi_VN")):
        here = BASE + file.removesuffix("index.html")
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(
            f'<html lang="{lang}"><head><link rel="canonical" href="{here}">'
            f'<meta property="og:image" content="{BASE}cards/{lang}.jpg">'
            f'<meta property="og:image:width" content="1200"><meta property="og:image:height" content="630">'
            f'<meta property="og:image:alt" content="x"><meta property="og:locale" content="{locale}">'
            f'<meta name="twitter:card" content="y">'
            f'<link rel="alternate " type="application/atom+xml" href="{BASE}feed.xml">'
            f'<link rel="alternate " type="application/feed+json" href="{BASE}feed.json"></head>'
            f'<body><a href="{BASE}events.ics">x</a></body></html>', "utf-8")  # fmt: skip
        (folder / "cards").mkdir(exist_ok=True)
        Image.new("RGB", (1200, 630)).save(folder / f"cards/{lang}.jpg")
    (folder / "feed.xml").write_text(ATOM, "utf-8")
    (folder / "feed.json").write_text(JSON, "utf-8")
    (folder / "events.ics").write_bytes(ICS.encode())


def test_cards(tmp_path: Path) -> None:
    """A good card passes; one that is lost, of another size, heavy, without its words or in another language is found."""
    _small(tmp_path)
    page = tmp_path / "vi/index.html"
    text = page.read_text("utf-8")

    def rules() -> list[str]:
        return [problem.rule for problem in cards.problems(Built(tmp_path))]

    assert rules() == []
    for old, new, rule in (("cards/vi", "cards/x", "card-missing"), ("image:alt", "image:x", "card-untold"),
                           ('"vi_VN"', '"en_GB"', "card-language"), ("630", "631", "card-size")):  # fmt: skip
        page.write_text(text.replace(old, new), "utf-8")
        assert rules() == [rule]
    page.write_text(text.replace("cards/vi", "cards/en"), "utf-8")
    assert rules() == ["card-language"], "one picture for two languages"
    page.write_text(text, "utf-8")
    Image.new("RGB", (600, 315)).save(tmp_path / "cards/vi.jpg")
    assert rules() == ["card-size"]
    noise = Image.frombytes("RGB", (1200, 630), os.urandom(1200 * 630 * 3))
    noise.save(tmp_path / "cards/vi.jpg", quality=95)
    assert rules() == ["card-heavy"]


@pytest.mark.parametrize(("file", "text", "rules"), [
    ("feed.xml", ATOM, []), ("feed.xml", None, ["feed-missing", "feed-missing"]), ("feed.xml", ATOM[:-9], ["feed-unreadable"]),
    ("feed.xml", ATOM.replace("<id>b</id>", ""), ["feed-unreadable"]), ("feed.json", "{", ["feed-unreadable"]),
    ("feed.json", JSON.replace("jsonfeed.org", "x.example"), ["feed-unreadable"]),
    ("events.ics", None, ["calendar-missing"]), ("more.ics", ICS, ["calendar-unlinked"]),
    ("events.ics", ICS.replace("UID:1\r\n", ""), ["feed-unreadable"]),
    ("events.ics", ICS.replace("END:VEVENT\r\n", ""), ["feed-unreadable"]),
])  # fmt: skip
def test_feeds_and_calendars(tmp_path: Path, file: str, text: str | None, rules: list[str]) -> None:
    """Good feeds and calendars pass; one that is lost, cannot be read or is not linked is found."""
    _small(tmp_path)
    (tmp_path / file).unlink(missing_ok=True)
    if text is not None:
        (tmp_path / file).write_bytes(text.encode())
    assert [problem.rule for problem in feeds.problems(Built(tmp_path))] == rules
