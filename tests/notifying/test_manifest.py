"""Lists of files, what differs between two of them, and the file of the key."""

from __future__ import annotations

from pathlib import Path

import pytest

import site_manifest
from sitekit import site as sites
from sitekit.notifying import changes, key_file, manifest

URL = "https://promote.example.org/nghe-an/"


def _site(folder: Path, **files: str) -> Path:
    for name, text in {"index.html": "home", **{key.replace("__", "/"): text for key, text in files.items()}}.items():
        path = folder / (name if "." in name else f"{name}/index.html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def test_only_pages_are_told(tmp_path: Path) -> None:
    """A changed page, a new one and one that is gone are told by address; style sheets, feeds and indexes are not."""
    before = manifest.of(_site(tmp_path / "a", vi="1", lo__visit="2", zh="3", **{"feed.atom": "x", "a.css": "x"}))
    after = manifest.of(_site(tmp_path / "b", vi="1", lo__visit="2b", en__new="4", **{"feed.atom": "y", "b.css": "x"}))
    assert changes.between(before, after, URL) == changes.Changes((f"{URL}en/new/", f"{URL}lo/visit/"), (f"{URL}zh/",))
    assert not changes.between(before, before, URL)


def test_addresses_are_written_as_addresses() -> None:
    """Letters that an address cannot hold are encoded; a page that is not the index of a folder keeps its name."""
    assert changes.between({}, {"vi/đồi chè/index.html": "1", "x.html": "1", "index.html": "1"}, URL).changed == (
        URL, f"{URL}vi/%C4%91%E1%BB%93i%20ch%C3%A8/", f"{URL}x.html")  # fmt: skip


def test_pages_that_ask_not_to_be_found(tmp_path: Path) -> None:
    """A page marked noindex is told to nobody; one that becomes so counts as gone."""
    hidden = '<meta name="robots" content="noindex">'
    before = manifest.of(_site(tmp_path / "a", vi="1", lo=hidden, **{"404.html": hidden}))
    after = manifest.of(_site(tmp_path / "b", vi=hidden, lo=f"{hidden}2", **{"404.html": f"{hidden}2"}))
    assert changes.between(before, after, URL) == changes.Changes((), (f"{URL}vi/",))


def test_the_list_comes_back(tmp_path: Path) -> None:
    """A list is read as it was written, and the same site gives the same bytes."""
    found = manifest.of(_site(tmp_path / "a", vi="1"))
    assert found["index.html"] == "4ea140588150773ce3aace786aeef7f4049ce100fa649c94fbbddb960f1da942"
    manifest.write(found, tmp_path / "x/one.json")
    manifest.write(dict(reversed(found.items())), tmp_path / "two.json")
    assert manifest.read(tmp_path / "x/one.json") == found
    assert (tmp_path / "x/one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_the_command_lists_a_built_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`site_manifest.py FILE` writes the list, and says so when there is no site."""
    folder = _site(tmp_path / "a", vi="1")
    assert site_manifest.main([str(tmp_path / "list.json"), "--site", str(folder)]) == 0
    assert manifest.read(tmp_path / "list.json") == manifest.of(folder)
    assert site_manifest.main([str(tmp_path / "list.json"), "--site", str(tmp_path / "none"), "--lang", "en"]) == 1
    assert "no built site" in capsys.readouterr().err


def test_the_key_stands_on_the_site(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a key the build writes `<key>.txt` that holds it; without one nothing; a key of a wrong form stops the build."""
    key_file.write(tmp_path, {})
    assert list(tmp_path.iterdir()) == []
    key_file.write(tmp_path, {"INDEXNOW_KEY": "abcdef-0123"})
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("abcdef-0123.txt", "abcdef-0123")]
    project = sites.load(root)
    monkeypatch.setenv("INDEXNOW_KEY", "../../etc/x")
    assert [problem.rule for problem in key_file.problems(project)] == ["notify-key"]
    monkeypatch.setenv("INDEXNOW_KEY", "abcdef-0123")
    assert key_file.problems(project) == []
