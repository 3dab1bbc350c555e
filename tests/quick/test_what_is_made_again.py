"""What is not made again, and what is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import ROOT
from quick.builds import made
from sitekit import datafiles, fingerprint, kept, schema_org_google
from sitekit import site as sites
from sitekit.readings import EVERY, Readings
from sitekit.sheets import settings


def test_only_the_changed_page_is_made(small: Callable[[Path], Path], tmp_path: Path) -> None:
    """A changed text makes that page again; a changed title also the pages that show it, and no others; no change makes none."""
    project = small(tmp_path / "project")
    every = made(project, tmp_path / "site")
    assert every == {file.relative_to(project / "docs").with_suffix("").as_posix() for file in (project / "docs").glob("??/**/*.md")}
    page = project / "docs/vi/visit/page-0002.md"
    text = page.read_text("utf-8")
    page.write_text(text + "\nMột câu nữa.\n", "utf-8")
    assert made(project, tmp_path / "site") == {"vi/visit/page-0002"}
    assert made(project, tmp_path / "site") == set()
    page.write_text(text.replace("title: ", "title: Mới "), "utf-8")
    changed = made(project, tmp_path / "site")
    listing = {file.relative_to(project / "docs").with_suffix("").as_posix() for file in (project / "docs/vi").rglob("*.md")
               if "visit/page-0002" in file.read_text("utf-8").split("---")[1]}  # fmt: skip
    assert {"vi/visit/page-0002", *listing} <= changed
    assert len(changed) < len(every) / 2


def test_a_damaged_file_is_made_again(tmp_path: Path) -> None:
    """What is kept is right or not there: no byte of it can be wrong."""
    kept.write(tmp_path, "thing", {"a": "ບ"})
    assert kept.read(tmp_path, "thing") == {"a": "ບ"}
    file = tmp_path / kept.FOLDER / "thing.json"
    whole = file.read_bytes()
    for place in range(len(whole)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert kept.read(tmp_path, "thing") is None
        file.write_bytes(whole[:place])
        assert kept.read(tmp_path, "thing") is None


def test_what_is_gone_is_forgotten(tmp_path: Path) -> None:
    """Nothing piles up: what belongs to no language any more, or was kept in another form, is removed."""
    for name in ("pages/vi", "pages/vi.json", "pages/old/ru"):
        kept.write_bytes(tmp_path, name, b"")
    kept.prune(tmp_path, "pages", {"vi"})
    assert [file.name for file in (tmp_path / kept.FOLDER).rglob("*") if file.is_file()] == ["vi"]


@pytest.mark.parametrize(("text", "value"), [("a: [1, 1.5, 'ບ', null]", {"a": [1, 1.5, "ບ", None]}), ("1: a", {1: "a"}),
                                             ("a: 2025-03-08", {"a": "2025-03-08"}), ("a: !!binary aGk=", {"a": b"hi"})])  # fmt: skip
def test_data_read_by_an_earlier_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, value: object) -> None:
    """A large data file that an earlier build read holds the same, whatever its values are; a changed one is read again."""
    monkeypatch.setattr(datafiles, "SMALL", 0)
    for said in (text, text, f"{text}\nb: 2" if text[0] != "1" else "2: b"):
        datafiles._packed.cache_clear()
        (tmp_path / "rows.yml").write_text(said, "utf-8")
        found = datafiles.load(tmp_path, "rows.yml")
        if said == text:
            assert found == value
    assert found != value


def test_nothing_is_kept_among_the_sources(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever data file is read, what is kept of it lies in the project's own cache, which git ignores."""
    monkeypatch.setattr(datafiles, "SMALL", 0)
    datafiles._packed.cache_clear()
    sites.load(ROOT)
    for table in (schema_org_google.table, settings.sheets, settings.added):
        table.cache_clear()
        table()
    kept_at = {file.parent for part in fingerprint.PARTS for file in (ROOT / part).rglob(".cache/**/*")}
    assert kept_at == set()
    assert (ROOT / kept.FOLDER / datafiles.FOLDER / f"{schema_org_google.FILE}.json").is_file()


def test_what_is_used_again_was_read_again() -> None:
    """Who uses what another made has read what that one read."""
    readings = Readings()
    with readings.noted() as outer:
        with readings.noted() as inner:
            readings.note(EVERY)
        readings.note(("shown", "vi", "a"))
    assert (inner, outer) == ({EVERY}, {EVERY, ("shown", "vi", "a")})
