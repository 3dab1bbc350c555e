"""Text that editors write is data: nothing in it becomes mark-up or code of the page."""

import re
from collections.abc import Callable
from pathlib import Path

from conftest import run_build

ATTACK = "A <b>bold</b> & \"quoted\" <script>alert(1)</script>"


def test_header_and_data_texts_are_escaped(copy_project: Callable[[], Path], tmp_path: Path) -> None:
    """A title, a label, a source and a caption with mark-up in them are printed as text, everywhere they appear."""
    project = copy_project()
    page = project / "docs/en/visit/cua-lo.md"
    text = page.read_text("utf-8")
    for key in ("title", "description", "lead"):
        text = re.sub(rf"^{key}: .*$", f"{key}: '{ATTACK}'", text, flags=re.MULTILINE)
    page.write_text(text, "utf-8")
    for name, key in (("sources", "title"), ("places", "name"), ("publisher", "mandate")):
        file = project / f"data/{name}.yml"
        content = file.read_text("utf-8")
        if key == "title":
            content = re.sub(r"^  title: .*$", f"  title: '{ATTACK}'", content, flags=re.MULTILINE)
        content = re.sub(r"en: (Cửa Lò|Prepared for .*)([,}\n])", lambda match: f"en: '{ATTACK}'{match[2]}", content)
        file.write_text(content, "utf-8")
    result = run_build(project, tmp_path / "out", NO_MKDOCS_2_WARNING="1")
    assert result.returncode == 0, result.stderr
    for file in (tmp_path / "out").rglob("*.html"):
        html = file.read_text("utf-8")
        assert "<script>alert" not in html, file
        assert "<b>bold" not in html, file
    assert "&lt;script&gt;alert(1)" in (tmp_path / "out/visit/cua-lo/index.html").read_text("utf-8")
