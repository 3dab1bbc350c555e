"""security.txt: who is to be told, until when it may be believed, the same on every day."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from sitekit import datafiles, reference_day
from sitekit.hosting import security_txt
from sitekit.pages import Pages


def test_the_built_file(site: Path, pages: Pages, root: Path) -> None:
    """The file has what RFC 9116 requires, on lines of its own: a contact that can be reached, and one day in the future."""
    lines = (site / ".well-known/security.txt").read_text("utf-8").splitlines()
    rows = [line.split(": ", 1) for line in lines]
    names = [name for name, _ in rows]
    assert names.count("Expires") == 1
    assert names.count("Preferred-Languages") <= 1
    assert "Contact" in names
    for name, value in rows:
        if name in {"Contact", "Canonical"}:
            assert re.match(r"https://|mailto:|tel:", value), value
        if name == "Contact" and value.startswith("https://nghean.example/"):
            assert (site / value.removeprefix("https://nghean.example/") / "index.html").is_file()
    today = reference_day.today(pages)
    end = datetime.datetime.fromisoformat(dict(rows)["Expires"]).date()
    assert today < end <= today + datetime.timedelta(days=365)
    assert security_txt.over(root, pages, today) == []


def test_a_file_that_is_over_is_not_published(root: Path, pages: Pages) -> None:
    """Once the day has come, publishing is refused and says what to do."""
    end = security_txt.expires(datafiles.load(root, security_txt.FILE), reference_day.today(pages))
    assert security_txt.over(root, pages, end - datetime.timedelta(days=1)) == []
    assert [problem.rule for problem in security_txt.over(root, pages, end)] == ["security-over"]


@pytest.mark.parametrize(("text", "expected"), [
    ("contacts: [about/index]\ndays: 300\n", []),
    ("contacts: ['mailto:a@b.vn', 'https://b.vn/x']\ndays: 365\n", []),
    ("contacts: [about/nobody]\ndays: 300\n", ["security-contact"]),
    ("contacts: []\ndays: 0\n", ["security-days", "security-contact"]),
    ("contacts: [about/index]\ndays: 366\n", ["security-days"]),
])  # fmt: skip
def test_data_is_looked_at(tmp_path: Path, pages: Pages, text: str, expected: list[str]) -> None:
    """A contact that is no address and no page, and a validity out of bounds, stop the build."""
    (tmp_path / "data").mkdir()
    (tmp_path / security_txt.FILE).write_text(text, "utf-8")
    assert [problem.rule for problem in security_txt.problems(tmp_path, pages)] == expected
