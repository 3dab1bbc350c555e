"""The check as a step of CI, and that every sentence it can say has been read by somebody."""

import re
from pathlib import Path

import pytest
import yaml

from check_project import CASES, write
from sitekit.checking import ci
from sitekit.problems import MESSAGES

#: Sentences said elsewhere than in a finding of a rule.
ELSEWHERE = {"check-not-clean"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A page with a link that leads nowhere and signs that mean something to Markdown."""
    return write(tmp_path, {"docs/vi/a.md": "---\ntitle: a\n---\n\n[x](b_*_c|d.md)\n"})


def test_step_tells_people_changes_and_summary(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One run is told in words, as notes beside the lines, and as a summary with the state of the translations."""
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", "utf-8")

    code = ci.step(project, "vi", annotate=True, summary=summary)

    out, text = capsys.readouterr().out, summary.read_text("utf-8")
    assert code == 1
    assert "[broken-link]" in out
    assert "::error file=docs/vi/a.md,line=5,title=broken-link::" in out
    assert text.startswith("before\n## Kiểm tra bài viết và bản dịch\n\nChưa đăng được: ")
    assert "| `broken-link` | lỗi | 1 |" in text
    assert r"b\_\*\_c\|d.md" in text
    assert "| a | ● | – | – | – |" in text


def test_step_is_silent_when_all_is_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is printed and the summary says so when there is nothing to say."""
    (tmp_path / "docs").mkdir()
    assert ci.step(tmp_path, "en", annotate=True, summary=tmp_path / "summary.md") == 0
    assert capsys.readouterr().out == ""
    assert "All is well." in (tmp_path / "summary.md").read_text("utf-8")


def test_every_sentence_is_in_a_case() -> None:
    """Each sentence of the check is shown by some golden case, so that no wording goes unread."""
    said = " ".join(" ".join(yaml.safe_load(file.read_text("utf-8"))["report"].split()) for file in CASES.glob("*/*.yml"))
    unread = []
    for file in MESSAGES.glob("check*.yml"):
        for name, parts in yaml.safe_load(file.read_text("utf-8")).items():
            for part, texts in parts.items():
                plain = " ".join(texts["vi"].replace("{{", "\0").replace("}}", "\1").split())
                pattern = ".{0,300}?".join(re.escape(piece) for piece in re.split(r"\{\w+\}", plain))
                if name not in ELSEWHERE and not re.search(pattern.replace("\0", r"\{").replace("\1", r"\}"), said):
                    unread.append((name, part))
    assert not unread, unread
