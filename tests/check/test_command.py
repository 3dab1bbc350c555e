"""The command: exit codes, forms of the report, what it prints and what it never touches."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import check_translations
from check_project import write
from sitekit.checking import explain, suppress
from sitekit.checking.rules import BY_NAME, RULES

VI = "---\ntitle: Đồi chè\n---\n\n## Mùa { #when }\n\n- xuân\n- thu\n"
EN = "---\ntitle: Tea hills\n---\n\n## When { #when }\n\n- spring\n"
ONLY = ["--only", "list-mismatch", "missing-translation"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two languages of one page, with a list item missing, and two languages without it."""
    return write(tmp_path / "project", {"docs/vi/tea.md": VI, "docs/en/tea.md": EN})


def _run(capsys: pytest.CaptureFixture[str], project: Path, *options: str) -> tuple[int, str, str]:
    code = check_translations.main(["--root", str(project), *options])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_text_report(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Findings by page, then how many of each kind, then one next step; Vietnamese unless English is asked for."""
    code, out, err = _run(capsys, project, *ONLY)

    assert (code, err) == (1, "")
    assert out.endswith("""\
3 lỗi, 0 nhắc nhở trong 3 tệp:
     2  missing-translation
     1  list-mismatch

Một quy tắc nghĩa là gì:  python scripts/check_translations.py --explain list-mismatch
""")
    assert out.startswith("docs/en/tea.md, dòng 7 ")
    assert max(map(len, out.splitlines())) <= 86  # the next step is one line to copy; everything else fits 78
    assert _run(capsys, project, *ONLY, "--lang", "en")[1].startswith("docs/en/tea.md, line 7 ")


def test_json_report(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A list of objects with the promised keys; lines count from 1, and null stands for what is not known."""
    code, out, _ = _run(capsys, project, *ONLY, "--format", "json", "--lang", "en")

    rows = json.loads(out)
    assert code == 1
    assert {frozenset(row) for row in rows} == {frozenset({"rule", "level", "language", "path", "line", "message", "effect", "fix"})}
    assert [(row["rule"], row["level"], row["language"], row["path"], row["line"]) for row in rows] == [
        ("list-mismatch", "error", "en", "docs/en/tea.md", 7),
        ("missing-translation", "error", "lo", "docs/lo/tea.md", None),
        ("missing-translation", "error", "zh", "docs/zh/tea.md", None),
    ]
    assert json.loads(_run(capsys, project, "--only", "duplicate-id", "--format", "json")[1]) == []


def test_github_report(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One workflow command a finding, with signs escaped that would end it."""
    _, out, _ = _run(capsys, project, *ONLY, "--format", "github", "--lang", "en")

    first, *rest = out.splitlines()
    assert first.startswith("::error file=docs/en/tea.md,line=7,title=list-mismatch::The list of the English page lacks 1 item(s)")
    assert "%0AFix: " in first
    assert len(rest) == 2
    assert rest[0].startswith("::error file=docs/lo/tea.md,title=missing-translation::")


def test_silent_when_all_is_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is printed and the exit code is 0 when there is nothing to say; warnings are said and do not fail."""
    clean = write(tmp_path, {f"docs/{code}/tea.md": VI for code in ("vi", "en", "lo", "zh")})

    assert _run(capsys, clean, *ONLY) == (0, "", "")
    old = "vé:\n  unit: visit\n  as_of: '2010'\n"
    write(tmp_path, {"data/figures.yml": old.replace("vé", "guests"), "docs/vi/a.md": "---\ntitle: a\nfigures: [guests]\n---\n"})
    code, out, _ = _run(capsys, tmp_path, "--only", "figure-past-its-date")
    assert code == 0
    assert "[figure-past-its-date, nhắc nhở]" in out


def test_paths_limit_what_is_read_and_said(project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A page named is checked with its source; no other page is opened; paths count from the project or from here."""
    (project / "docs/vi/broken.md").write_bytes(b"\xff\xfe")
    opened: list[str] = []
    read = Path.read_bytes

    def noted(path: Path) -> bytes:
        opened.append(path.name)
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", noted)

    code, out, _ = _run(capsys, project, "--only", "list-mismatch", "unreadable-header", "docs/en/tea.md")

    assert code == 1
    assert out.count("[list-mismatch]") == 1
    assert "broken.md" not in opened
    monkeypatch.chdir(project / "docs/vi")
    assert _run(capsys, project, "--only", "unreadable-header", "broken.md")[0] == 1
    assert _run(capsys, project, "docs/en/tea.md", "--only", "missing-translation")[1] == ""


@pytest.mark.parametrize(("options", "said"), [
    (["--only", "old-translations"], "“old-translation”"),
    (["--explain", "tile-length"], "“title-length”"),
    (["docs/vi/coffee.md"], "“docs/vi/coffee.md”"),
    (["--root", "/nowhere"], "“/nowhere”"),
])  # fmt: skip
def test_wrong_usage(project: Path, capsys: pytest.CaptureFixture[str], options: list[str], said: str) -> None:
    """What cannot be meant is answered in a sentence, with the nearest name where there is one, and exit code 2."""
    code, out, err = _run(capsys, project, *options)
    assert (code, out) == (2, "")
    assert said in err


def test_fault_of_the_tool(project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the tool is said to be one, in a sentence, with exit code 3; a traceback only with --debug."""
    monkeypatch.setattr("sitekit.checking.run.check", lambda *_: 1 / 0)

    code, out, err = _run(capsys, project)

    assert (code, out) == (3, "")
    assert err.startswith("Lỗi này là của công cụ, không phải của bài viết.")
    assert "Traceback" not in err
    assert "Traceback" in _run(capsys, project, "--debug")[2]


def test_explain(capsys: pytest.CaptureFixture[str], project: Path) -> None:
    """`--explain` prints the rule's page in the language of messages."""
    assert _run(capsys, project, "--explain", "old-translation")[1].startswith("# old-translation\n\n**Nghĩa là gì.**")
    assert "**What it means.**" in _run(capsys, project, "--explain", "old-translation", "--lang", "en")[1]


def test_writes_nothing_and_needs_neither_mkdocs_nor_git(project: Path) -> None:
    """The check leaves the tree as it was, does not import mkdocs, and runs where there is no history."""
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in project.rglob("*") if path.is_file()}
    script = Path(check_translations.__file__)
    program = f"import sys; sys.argv[0] = {str(script)!r}; sys.path.insert(0, {str(script.parent)!r}); import check_translations; " \
              f"code = check_translations.main(['--root', {str(project)!r}]); " \
              "print([name for name in sys.modules if name.split('.')[0] in ('mkdocs', 'markdown', 'PIL')], code)"  # fmt: skip

    result = subprocess.run([sys.executable, "-B", "-c", program], capture_output=True, text=True, check=True, env={"PATH": ""})

    assert result.stdout.splitlines()[-1] == "[] 1"
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in project.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_rule_has_its_page(language: str) -> None:
    """Each rule has a page of at most 25 lines in both languages: meaning, reason, an example before and after, when to ignore it."""
    for rule in [*BY_NAME, suppress.RULE]:
        text = explain.path(rule, language).read_text("utf-8")
        assert text.startswith(f"# {rule}\n"), rule
        assert text.count("\n") <= 25, rule
        assert text.count("\n    ") >= 2, rule
    known = {explain.path(rule, code).name for rule in [*BY_NAME, suppress.RULE] for code in ("vi", "en")}
    assert {path.name for path in explain.FOLDER.iterdir()} == known


def test_rules_are_small() -> None:
    """Each rule is a file under 120 lines whose first line says what it asks for."""
    folder = Path(check_translations.__file__).parent / "sitekit/checking/rules"
    for rule in RULES:
        text = (folder / f"{rule.name.replace('-', '_')}.py").read_text("utf-8")
        assert text.count("\n") < 120, rule.name
        assert text.startswith('"""'), rule.name
