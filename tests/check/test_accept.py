"""Recording a translation as up to date: only when it says what its source says, and touching one line."""

from pathlib import Path

import pytest

import accept_translation
from check_project import TODAY, write
from sitekit.checking import digests, header_writing
from sitekit.checking.corpus import Corpus

VI = "---\ntitle: Đồi chè\ndescription: Chè xanh.\nlead: Sương tan.\n---\n\nĐến sớm, cách Vinh 60 km.\n\nVề muộn.\n"
LO = "---\ntitle: ພູຊາ\nsources: []\ntranslated_from: \"{stamp}\"\nnative_review: pending\n---\n\nມາແຕ່ເຊົ້າ, ຫ່າງຈາກວິງ 60 ກມ.\n\nກັບຊ້າ.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A Lao page whose Vietnamese source changed in one paragraph."""
    write(tmp_path, {"docs/vi/tea.md": VI, "docs/lo/tea.md": LO.format(stamp="")})
    source = Corpus(tmp_path).page("vi", "tea")
    assert source
    return write(tmp_path, {"docs/lo/tea.md": LO.format(stamp=digests.stamp(source)), "docs/vi/tea.md": VI.replace("Về muộn", "Về sớm")})


def _accept(capsys: pytest.CaptureFixture[str], root: Path, *options: str) -> tuple[int, str, str]:
    code = accept_translation.main(["--root", str(root), *options])
    said = capsys.readouterr()
    return code, said.out, said.err


def _stamp(root: Path) -> str:
    source, page = (Corpus(root).page(code, "tea") for code in ("vi", "lo"))
    assert source
    assert page
    assert page.string("translated_from") == digests.stamp(source)
    return page.string("native_review")


def test_accept_says_what_had_changed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line of the file changes, the paragraphs that had changed are named, and a second time there is nothing to do."""
    before = (project / "docs/lo/tea.md").read_text("utf-8").splitlines()

    assert _accept(capsys, project, "lo/tea") == (0, """\
Đã ghi nhận docs/lo/tea.md.
Từ lần dịch trước, bản tiếng Việt đã đổi:
  dòng 9: Về sớm.
""", "")  # fmt: skip
    after = (project / "docs/lo/tea.md").read_text("utf-8").splitlines()
    assert [number for number, (one, other) in enumerate(zip(before, after, strict=True), 1) if one != other] == [4]
    assert _stamp(project) == "pending"
    assert _accept(capsys, project, "docs/lo/tea.md")[:2] == (0, "docs/lo/tea.md đã theo kịp bản tiếng Việt; không có gì để ghi.\n")


def test_reviewed_by(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A native reader is recorded with the day."""
    code, out, _ = _accept(capsys, project, "lo/tea", "--reviewed-by", ' Somsak  "Noy" Keo ', "--lang", "en")
    assert code == 0
    assert 'Read by a native speaker: Somsak "Noy" Keo.' in out
    reader, _, day = _stamp(project).rpartition(", ")
    assert reader == 'Somsak "Noy" Keo'
    assert len(day) == len(TODAY.isoformat())


@pytest.mark.parametrize(("old", "new", "rule"), [
    ("\n\nກັບຊ້າ.", "", "paragraph-mismatch"),
    ("60", "66", "number-mismatch"),
    ("ກັບຊ້າ.", "## ກັບ { #back }", "heading-mismatch"),
])  # fmt: skip
def test_refused_while_the_pages_differ(project: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, rule: str) -> None:
    """A missing paragraph or another number hinders it: the finding is shown and the file stays as it is."""
    file = project / "docs/lo/tea.md"
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    before = file.read_bytes()

    code, out, err = _accept(capsys, project, "lo/tea")

    assert (code, out) == (1, "")
    assert f"[{rule}]" in err
    assert file.read_bytes() == before


def test_all_new(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Pages without any stamp get one; those that have one, old or not, are left alone."""
    write(project, {"docs/zh/tea.md": "---\ntitle: 茶山\n---\n\n早来，距荣市60公里。\n\n早归。\n"})
    lao = (project / "docs/lo/tea.md").read_bytes()

    assert _accept(capsys, project, "--all-new")[:2] == (0, "Đã ghi nhận docs/zh/tea.md.\n")

    assert (project / "docs/lo/tea.md").read_bytes() == lao
    page = Corpus(project).page("zh", "tea")
    assert page
    assert page.string("native_review") == "pending"


@pytest.mark.parametrize("options", [
    [], ["lo/coffee"], ["vi/tea"], ["lo/tea", "--all-new"], ["lo/tea", "--reviewed-by", " "], ["--all-new", "--reviewed-by", "An"],
])  # fmt: skip
def test_wrong_usage(project: Path, capsys: pytest.CaptureFixture[str], options: list[str]) -> None:
    """What cannot be meant is answered in a sentence and changes nothing."""
    before = {path: path.read_bytes() for path in project.rglob("*.md")}
    code, out, err = _accept(capsys, project, *options)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert {path: path.read_bytes() for path in project.rglob("*.md")} == before


def test_orphans_cannot_be_accepted(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page without a Vietnamese one is up to date with nothing."""
    write(project, {"docs/lo/alone.md": LO})
    assert _accept(capsys, project, "lo/alone")[0] == 2


@pytest.mark.parametrize(("text", "expected"), [
    ("---\ntitle: A\nsources: [x]\nallow: []\n---\n", '---\ntitle: A\nsources: [x]\ntranslated_from: "n"\nallow: []\n---\n'),
    ("---\ntitle: A\nsources:\n  - x\n  - y\n---\nz", '---\ntitle: A\nsources:\n  - x\n  - y\ntranslated_from: "n"\n---\nz'),
    ("---\r\ntitle: A\r\n---\r\nz", '---\r\ntitle: A\r\ntranslated_from: "n"\r\n---\r\nz'),
    ("---\ntranslated_from: >-\n  aa\n  bb\ntitle: A\n---\n", '---\ntranslated_from: "n"\ntitle: A\n---\n'),
    ("---\n---\ntranslated_from: in the body\n", '---\ntranslated_from: "n"\n---\ntranslated_from: in the body\n'),
])  # fmt: skip
def test_one_entry_is_written(text: str, expected: str) -> None:
    """The entry goes to its place, over an old one of several lines too, and nothing else changes."""
    assert header_writing.with_entry(text, "translated_from", '"n"') == expected
