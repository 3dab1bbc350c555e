"""What does not go out: what nobody reviewed, what is not clean, what was built for elsewhere."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import publish
from sitekit.audit.built import Built
from sitekit.problems import Problem
from sitekit.publishing import refusing

ADDRESS = "https://nghean.example/"


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@t", *arguments], cwd=folder, check=True, capture_output=True)


def test_only_what_was_committed(tmp_path: Path) -> None:
    """A folder that is no repository, a changed file and a file not committed are refused; a clean commit is named."""
    assert [problem.rule for problem in refusing.commit(tmp_path)[1]] == ["publish-no-commit"]
    _git(tmp_path, "init", "-q")
    (tmp_path / "a.md").write_text("one")
    _git(tmp_path, "add", ".")
    _git(tmp_path, "commit", "-qm", "one")
    commit, problems = refusing.commit(tmp_path)
    assert (len(commit), problems) == (40, [])
    (tmp_path / "b.md").write_text("two")
    assert [(problem.rule, problem.path) for problem in refusing.commit(tmp_path)[1]] == [("publish-changed", "b.md")]
    (tmp_path / "b.md").unlink()
    (tmp_path / "a.md").write_text("other")
    assert [problem.rule for problem in refusing.commit(tmp_path)[1]] == ["publish-changed"]


def test_a_built_site_that_is_not_clean(site: Path, root: Path, tmp_path: Path) -> None:
    """A site built for another address, one that the audit finds fault with, and one that the host was not told of are refused."""
    assert refusing.address(Built(site), ADDRESS) == []
    assert [problem.rule for problem in refusing.address(Built(site), "https://promote.org/")] == ["publish-address"]
    page = f'<html lang="en"><link rel="canonical" href="{ADDRESS}"><script>new()</script><a href="gone/">x</a>'
    (tmp_path / "index.html").write_text(page)
    (tmp_path / "_headers").write_text("")
    (tmp_path / "_redirects").write_text("")
    rules = [problem.rule for problem in publish.after(root, tmp_path, ADDRESS)]
    assert "audit-not-clean" in rules
    assert "hosting-old" in rules


def test_nothing_is_touched_when_refused(tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A refused publication says why in the editor's language, exits 1 and leaves no release behind."""
    monkeypatch.setattr(publish, "before", lambda root, address, unofficial: ("", [Problem("no-publisher", "data/publisher.yml")]))
    assert publish.main(["--to", str(tmp_path / "srv"), "--lang", "en"]) == 1
    assert "data/publisher.yml" in capfd.readouterr().err
    assert list((tmp_path / "srv/releases").iterdir()) == []
    assert publish.main(["--to", str(tmp_path / "srv"), "--rollback"]) == 1


def test_a_place_that_cannot_be_written(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A target that cannot be made is a fault of the target: exit code 3 and a message, no traceback."""
    (tmp_path / "file").write_text("x")
    assert publish.main(["--to", str(tmp_path / "file/srv"), "--lang", "en"]) == 3
    said = capfd.readouterr().err
    assert "publish-not-written" in said
    assert "Traceback" not in said
