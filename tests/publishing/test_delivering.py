"""Releases on a target: whole, few, and one link away from each other; on this machine and through rsync."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from sitekit.publishing import compressing, deliver, release
from sitekit.publishing.local import Local
from sitekit.publishing.remote import Remote, RsyncError
from sitekit.publishing.target import Target

Editions = Callable[[str], Path]


@pytest.fixture(params=["folder", "rsync"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Target, Path]:
    """A target, and the folder of this machine where its files lie."""
    if request.param == "folder":
        return Local(tmp_path / "near"), tmp_path / "near"
    return Remote(request.getfixturevalue("remote_place")), tmp_path / "far"


def _stage(site: Path, number: list[int] = [0]) -> Path:  # noqa: B006 (counts the stages)
    number[0] += 1
    folder = site.with_name(f"{site.name}-stage{number[0]}")
    release.stage(site, folder, "c" * 40, ["html"], site.with_name("cache"))
    return folder


def _shown(folder: Path) -> str:
    return (folder / "current/index.html").read_text().partition("<title>")[2].partition("<")[0]


def test_release_after_release(place: tuple[Target, Path], editions: Editions) -> None:
    """Each publication shows a whole release; three are kept, the previous one stays within reach; going back goes further back."""
    target, folder = place
    names = []
    for edition in ("a", "b", "c", "d"):
        names.append(deliver.publish(_stage(editions(edition)), target))
        assert _shown(folder) == edition
        assert (folder / "current").readlink() == Path("releases") / names[-1]
        assert release.verify(folder / "current") == []
    assert [int(name[:4]) for name in names] == [1, 2, 3, 4]
    assert sorted(path.name for path in (folder / "releases").iterdir()) == names[1:]
    assert (folder / "previous").readlink().name == names[2]
    assert (deliver.rollback(target), _shown(folder)) == (names[2], "c")
    assert (deliver.rollback(target), _shown(folder)) == (names[1], "b")
    assert (deliver.rollback(target), _shown(folder)) == ("", "b")
    assert deliver.publish(_stage(editions("e")), target).startswith("0005-")
    assert _shown(folder) == "e"
    assert len(list((folder / "releases").iterdir())) == 3
    assert target.state().previous == names[1]


def test_the_same_again_is_no_new_release(place: tuple[Target, Path], editions: Editions) -> None:
    """Publishing what is shown already changes nothing; what both releases have lies on the disk once."""
    target, folder = place
    first = deliver.publish(_stage(editions("a")), target)
    assert deliver.publish(_stage(editions("a")), target) == first
    second = deliver.publish(_stage(editions("b")), target)
    same = "assets/same.0123456789.jpg"
    assert (folder / "releases" / first / same).stat().st_ino == (folder / "releases" / second / same).stat().st_ino


def test_the_list_of_a_release(editions: Editions, tmp_path: Path) -> None:
    """release.json names the commit and every file with its size and digest, the compressed ones too; any change is found."""
    stage = _stage(editions("a"))
    rows = json.loads((stage / "release.json").read_text())
    assert rows["commit"] == "c" * 40
    assert {row["path"] for row in rows["files"]} == {path.relative_to(stage).as_posix() for path in stage.rglob("*")
                                                     if path.is_file() and path.name != "release.json"}  # fmt: skip
    assert {"index.html.br", "index.html.gz"} < {row["path"] for row in rows["files"]}
    assert release.verify(stage) == []
    (stage / "page1/index.html").unlink()
    (stage / "page1/index.html").write_text("other")
    (stage / "page2/index.html").unlink()
    (stage / "more.txt").write_text("x")
    assert release.verify(stage) == ["more.txt", "page1/index.html", "page2/index.html"]


def test_compressed_files(tmp_path: Path, editions: Editions) -> None:
    """Both forms unpack to the file, are kept only if smaller, come from the cache the second time, and a damaged cache is not believed."""
    cache = tmp_path / "cache"
    site = editions("a")
    folder = _stage(site)
    assert list(folder.rglob("*.br"))
    for packed in folder.rglob("*.html.*"):
        unpack = brotli.decompress if packed.suffix == ".br" else gzip.decompress
        assert unpack(packed.read_bytes()) == packed.with_suffix("").read_bytes()
    assert not (folder / "404.html.br").exists(), "too small to gain anything"
    assert compressing.compress(_stage(site), ["html"], cache) == 0
    for file in cache.iterdir():
        file.write_bytes(file.read_bytes()[:-1] + b"?")
    again = site.with_name("again")
    release.stage(site, again, "c" * 40, ["html"], cache)
    assert [path.read_bytes() for path in sorted(again.rglob("*.br"))] == [path.read_bytes() for path in sorted(folder.rglob("*.br"))]


def test_links_do_not_go_out(editions: Editions) -> None:
    """A link inside the built site, which could lead anywhere, is refused."""
    site = editions("a")
    (site / "passwords.txt").symlink_to("/etc/passwd")
    with pytest.raises(ValueError, match="passwords"):
        _stage(site)


def test_a_target_that_fails(remote_place: str, editions: Editions, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the line breaks, the error is told and what was shown stays shown."""
    target = Remote(remote_place)
    deliver.publish(_stage(editions("a")), target)
    monkeypatch.setenv("RSYNC_RSH", "false")
    with pytest.raises(RsyncError):
        deliver.publish(_stage(editions("b")), target)
    assert _shown(Path(remote_place.partition(":")[2])) == "a"
