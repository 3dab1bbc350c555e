"""What a change may bring in: files of the site's own kinds, of a readable size, with nothing alive in them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

import check_translations
from sitekit import datafiles, intake
from sitekit.intake import files
from sitekit.problems import ContentError
from test_untrusted import CASES

LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
TRICKS = {
    "laughs": LAUGHS,
    "reference": "a: &x 1\nb: *x\n",
    "merge": "base: &base {a: 1}\nb: {<<: *base}\n",
    "brackets": "a: " + "[" * 100_000,
    "braces": "a: " + "{b: " * 20_000,
    "dashes": "- " * 5_000 + "x",
    "indents": "".join(" " * level + f"k{level}:\n" for level in range(2_000)),
    "call": "a: !!python/object/apply:os.system ['false']\n",
    "name": "a: !!python/name:os.system\n",
    "key": "? [a]\n: b\n",
    "tag": "a: !<tag:x> b\n",
}


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    """A project of one page, with the limits of ours."""
    for folder in ("data", "docs/vi/visit", "docs/assets/icons", "docs/assets/images"):
        (tmp_path / folder).mkdir(parents=True)
    for name in ("limits", "languages"):
        shutil.copyfile(root / f"data/{name}.yml", tmp_path / f"data/{name}.yml")
    (tmp_path / "docs/vi/index.md").write_text("---\ntitle: x\n---\n\nMã `<script>` và < 5 và a<br>b.\n", "utf-8")
    assert intake.problems(tmp_path) == []
    return tmp_path


@pytest.mark.parametrize("body", CASES["markdown"])
def test_markdown_that_runs_stops_the_build(project: Path, body: str) -> None:
    """Scripts, handlers and links that run stop the build as they stop the check; a page cannot except itself from it."""
    head = "---\ntitle: x\nallow: [{rule: raw-html, reason: cần thiết}]\n---\n\n"
    (project / "docs/vi/index.md").write_text(f"{head}{body}\n", "utf-8")
    assert {problem.rule for problem in intake.problems(project)} == {"raw-html"}


def test_only_files_of_the_site(project: Path) -> None:
    """A page in HTML, a program, an archive, a stray drawing in docs/ would go out as they are: they stop the build."""
    for name in CASES["files"]:
        (project / "docs" / name).parent.mkdir(exist_ok=True)
        (project / "docs" / name).write_text("x", "utf-8")
    found = files.problems(project)
    assert {problem.rule for problem in found} == {"file-stranger"}
    assert sorted(problem.path for problem in found) == [f"docs/{name}" for name in CASES["files"]]


def test_links_are_refused(project: Path) -> None:
    """A link to a file or folder, also inside the project, and a pipe that would never end are refused, and not read."""
    (project / "docs/vi/secret.md").symlink_to("/etc/passwd")
    (project / "docs/vi/etc").symlink_to("/etc")
    (project / "data/figures.yml").symlink_to("languages.yml")
    os.mkfifo(project / "docs/vi/pipe.md")
    found = {(problem.rule, problem.path) for problem in intake.problems(project)}
    assert found == {("file-link", name) for name in ("docs/vi/etc", "docs/vi/pipe.md", "docs/vi/secret.md", "data/figures.yml")}


def test_sizes(project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of 100 MB, a header without end, a giant data file and record are refused and never read, by the check either."""
    giants = ("docs/vi/visit/giant.md", "docs/assets/images/x.yml", "data/giant.yml")
    for name in giants:
        with (project / name).open("wb") as file:
            file.truncate(100_000_000)
    (project / "docs/vi/header.md").write_text("---\n" + "title: x\n" * 4000, "utf-8")
    read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: read(path) if path.stat().st_size < 1_000_000 else pytest.fail(f"read {path}"))
    found = {(problem.rule, problem.path) for problem in intake.problems(project)}
    assert found == {*(("file-too-large", name) for name in giants), ("header-too-large", "docs/vi/header.md")}
    assert check_translations.main(["--root", str(project), "--lang", "en"]) == 1
    assert "100000000 bytes" in capsys.readouterr().out


def test_the_project_itself_keeps_the_limits(root: Path) -> None:
    """Nothing of the project is refused, and its longest page is well below the limit."""
    assert intake.problems(root) == []
    longest = max(file.stat().st_size for file in (root / "docs").rglob("*.md"))
    assert longest * 2 < datafiles.load(root, files.FILE)["sizes"]["pages"]


@pytest.mark.parametrize("name", TRICKS)
def test_yaml_that_multiplies_or_runs(name: str) -> None:
    """References, endless nesting and tags that make objects are refused with a line, in no time and no memory to speak of."""
    with pytest.raises(ContentError) as refusal:
        datafiles.parse(TRICKS[name], "data/figures.yml")
    assert refusal.value.problems[0].rule == "unreadable-data"


def test_yaml_of_people_is_read() -> None:
    """An ampersand, a star and brackets in plain sentences are no trick."""
    text = "a: Food & drink\nb: 'A *star*'\nc: [x, {y: z}]\nd: R&D *\n"
    assert datafiles.parse(text, "x.yml") == {"a": "Food & drink", "b": "A *star*", "c": ["x", {"y": "z"}], "d": "R&D *"}


@pytest.mark.parametrize("body", CASES["drawings"])
def test_drawings(body: str, project: Path) -> None:
    """An icon that runs or asks another host stops the build; masters of pictures are cleaned (tests/pictures)."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="10" height="10"><g>{body}</g></svg>'
    (project / "docs/assets/icons/x.svg").write_text(svg, "utf-8")
    assert [problem.rule for problem in intake.problems(project)] == ["drawing-alive"]
