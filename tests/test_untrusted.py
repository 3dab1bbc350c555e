"""Text that editors write is data: nothing in it becomes mark-up or code of the page, or leads out of its folders."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest
import yaml

import small_project
from conftest import run_build
from sitekit.citations import Citations
from sitekit.intake import rendered
from sitekit.problems import ContentError

CASES = yaml.safe_load((Path(__file__).parent / "cases/untrusted.yml").read_text("utf-8"))
ATTACK = "A <b>bold</b> & \"quoted\" <script>alert(1)</script>"
#: What other template languages would calculate; ours must print it as it stands.
TEMPLATE = "{% if 1 %}x{% endif %} ${7*7} #{7*7} <%= 7*7 %> [[7*7]]"
#: File of the project → what of it becomes the attack.
PLACES = {
    "docs/assets/images/cua-lo-beach.yml": r"^(  en: )(.*)()$",
    "data/sources.yml": r"^(  title: )(.*)()$",
    "data/places.yml": r"(en: )(Cửa Lò)([,}\n])",
    "data/publisher.yml": r"(en: )(Prepared for .*)(\n)",
    "docs/en/visit/cua-lo.md": r"^((?:title|description): )(.*)()$",
}


def _put(file: Path, pattern: str, words: str) -> None:
    text, count = re.subn(pattern, lambda match: f"{match[1]}'{words}'{match[3]}", file.read_text("utf-8"), flags=re.MULTILINE)
    assert count, file
    file.write_text(text, "utf-8")


def test_texts_of_headers_data_and_records_are_escaped(tmp_path: Path) -> None:
    """Mark-up and templates in a title, a source, a place, the publisher or a caption are printed as text, everywhere they appear."""
    project = small_project.make(tmp_path / "project")
    for name, pattern in PLACES.items():
        _put(project / name, pattern, ATTACK)
    _put(project / "docs/en/visit/cua-lo.md", r"^(lead: )(.*)()$", f"{ATTACK} {TEMPLATE}")
    result = run_build(project, tmp_path / "out", NO_MKDOCS_2_WARNING="1")
    assert result.returncode == 0, result.stdout + result.stderr
    for file in (tmp_path / "out").rglob("*.html"):
        html = file.read_text("utf-8")
        assert "<script>alert" not in html, file
        assert "<b>bold" not in html, file
    html = (tmp_path / "out/visit/cua-lo/index.html").read_text("utf-8")
    assert "&lt;script&gt;alert(1)" in html
    assert "{% if 1 %}x{% endif %} ${7*7} #{7*7} &lt;%= 7*7 %&gt; [[7*7]]" in html


@pytest.mark.parametrize("citation", CASES["citations"])
def test_citations_are_never_evaluated(citation: str) -> None:
    """Whatever stands between the braces is a name of the closed set, or it stops the build; nothing is looked up in an object."""
    def never(*_: object) -> str:
        raise AssertionError("evaluated")

    with pytest.raises(ContentError) as refusal:
        Citations({}, never, {}).fill(f"Text {{{{ {citation} }}}} text", "docs/en/index.md")
    assert refusal.value.problems[0].rule in {"unreadable-citation", "unknown-figure", "unknown-block"}


@pytest.mark.parametrize("html", CASES["html"])
def test_html_that_is_alive_is_seen(html: str) -> None:
    """However a tag, handler or address that runs is written, the page that holds it is refused."""
    assert rendered.found(f"<p>before</p>{html}<p>after</p>")
    with pytest.raises(ContentError):
        rendered.refuse(html, "docs/en/index.md")


@pytest.mark.parametrize("body", [*CASES["markdown"], *CASES["markdown_late"]])
def test_markdown_that_is_alive_is_seen_once_it_is_html(body: str) -> None:
    """What MkDocs makes of Markdown that runs is refused, whatever the check, which reads Markdown by another parser, thinks of it."""
    assert rendered.found(markdown.markdown(body, extensions=["attr_list", "tables", "def_list", "fenced_code", "toc"]))


@pytest.mark.parametrize("html", CASES["harmless"])
def test_harmless_html_is_let_through(html: str) -> None:
    """Text that speaks of code, links to click and the site's own script files are no attack."""
    assert rendered.found(html) == ""


def test_paths_out_of_the_folders(tmp_path: Path) -> None:
    """A picture of a header and pictures in the text that climb out of docs/ are names of nothing: the build stops, nothing goes out."""
    project = small_project.make(tmp_path / "project")
    (project / "secret.jpg").write_bytes(b"secret")
    page = project / "docs/en/visit/cua-lo.md"
    text = re.sub(r"^picture: .*$", "picture: ../../../secret", page.read_text("utf-8"), flags=re.MULTILINE)
    page.write_text(text + "\n![x](../../../secret.jpg)\n\n![x](/etc/passwd)\n", "utf-8")
    result = run_build(project, tmp_path / "out", NO_MKDOCS_2_WARNING="1", SITE_LANG="en")
    said = result.stdout + result.stderr
    assert result.returncode != 0
    assert "secret" in said
    assert "Traceback" not in said
    assert not [file for file in tmp_path.glob("out/**/*") if file.is_file() and file.read_bytes()[:6] == b"secret"]
