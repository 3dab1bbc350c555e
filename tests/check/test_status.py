"""The state of translations: counted once, shown in four forms, and precise to the paragraph."""

import json
import re
from pathlib import Path

import pytest

import translation_status
from check_project import write
from sitekit.checking import digests
from sitekit.checking.corpus import Corpus

VI = "---\ntitle: Đồi chè\ndescription: Chè xanh.\nlead: Sương tan.\n---\n\nĐến sớm.\n\nVề muộn, đi {{ hours }}.\n"


def _translation(root: Path, **header: str) -> str:
    corpus = Corpus(root)
    page = corpus.page("vi", "tea")
    assert page
    rows = {"translated_from": digests.stamp(page), "native_review": "pending", **header}
    return "---\ntitle: Tea\n" + "".join(f'{key}: "{value}"\n' for key, value in rows.items() if value) + "---\n\nText.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """One page done in English, waiting in Lao, missing in Chinese; another one that is old in English."""
    write(tmp_path, {"docs/vi/tea.md": VI})
    write(tmp_path, {
        "docs/en/tea.md": _translation(tmp_path, native_review="Ann, 2026-10-01"),
        "docs/lo/tea.md": _translation(tmp_path),
        "docs/vi/vinh.md": VI.replace("Đến sớm.", "Đến trước năm giờ."),
        "docs/en/vinh.md": _translation(tmp_path),
    })  # fmt: skip
    return tmp_path


def _show(capsys: pytest.CaptureFixture[str], root: Path, *options: str) -> str:
    assert translation_status.main(["--root", str(root), *options]) == 0
    return capsys.readouterr().out


def test_text(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The table, totals that add up, percentages of each language, and where to look next."""
    assert _show(capsys, project) == """\
                         vi    en    lo    zh
  tea                    ●     ●     ○     –
  vinh                   ●     cũ    –     –

  ● xong   ○ chờ người bản ngữ   cũ = bản Việt đã đổi   – chưa có

  8 bản: 3 xong · 1 chờ người bản ngữ · 1 cũ · 3 thiếu
  vi  100% có bản mới nhất: 2 xong
  en  50% có bản mới nhất: 1 xong · 1 cũ
  lo  50% có bản mới nhất: 1 chờ người bản ngữ · 1 thiếu
  zh  0% có bản mới nhất: 2 thiếu
  Xem chỗ đã đổi:  python scripts/translation_status.py en/vinh
"""


def test_one_page(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page named shows exactly the Vietnamese paragraphs that changed since it was translated, with their lines."""
    assert _show(capsys, project, "en/vinh", "--lang", "en") == """\
Tea · English page: old
  line 7: Đến trước năm giờ.
When it is up to date, run:  python scripts/accept_translation.py en/vinh
"""
    assert "Tea · bản tiếng Lào: chờ người bản ngữ" in _show(capsys, project, "docs/lo/tea.md")
    assert translation_status.main(["--root", str(project), "lo/tee"]) == 2
    assert "“lo/tea”" in capsys.readouterr().err


def test_removed_text_is_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A paragraph that was taken out is named by the place where it stood."""
    write(project, {"docs/vi/vinh.md": VI.replace("Đến sớm.\n\n", "")})
    assert "  trước dòng 7 có chữ đã bỏ đi: Về muộn, đi ….\n" in _show(capsys, project, "en/vinh")


def test_json_and_markdown(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same counts in both; JSON carries the changed places and the reader."""
    data = json.loads(_show(capsys, project, "--format", "json"))
    assert data["totals"]["en"] == {"done": 1, "waiting": 0, "old": 1, "missing": 0}
    assert data["current"] == {"vi": 100, "en": 50, "lo": 50, "zh": 0}
    versions = {page["name"]: page["versions"] for page in data["pages"]}
    assert versions["vinh"]["en"]["changed"] == [{"line": 7, "text": "Đến trước năm giờ.", "removed": False}]
    assert versions["tea"]["en"]["reviewed"] == "Ann, 2026-10-01"
    assert "| vinh | ● | cũ | – | – |" in _show(capsys, project, "--format", "markdown")


def test_html_stands_alone(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One page without a server: it asks for no other file, names what to do, and shows page text as text."""
    write(project, {"docs/vi/vinh.md": VI.replace("Đến sớm.", "Đến <b>trước</b> & <script>alert(1)</script>.")})
    html = _show(capsys, project, "--format", "html")
    assert re.findall(r"""(?:src|href)=["'](?!#)|url\(|@import|<script|<link""", html) == []
    assert "docs/zh/tea.md" in html
    assert "dòng 7: Đến trước &amp; alert(1)." in html
    assert "accept_translation.py lo/tea --reviewed-by" in html
    assert html.startswith('<!doctype html><html lang="vi">')


def test_old_stamp_and_no_stamp(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A translation that does not say, or not in this form, what it was made from counts as old."""
    for stamp in ("", "9782495501"):
        write(project, {"docs/en/tea.md": _translation(project, translated_from=stamp)})
        assert "Không ghi được dịch từ bản nào" in _show(capsys, project, "en/tea")
