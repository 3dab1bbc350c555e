"""The sheet that pages load: what is cut and what stays, and that the safe-list is what scripts really add."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import ROOT
from sitekit import leaves
from sitekit.search import programs
from sitekit.sheets import cutting, model, settings, vocabulary, writing
from sitekit.sheets.selectors import Possible
from sitekit.sheets.settings import Added

CASES = yaml.safe_load((ROOT / "tests/cases/sheets.yml").read_text("utf-8"))
#: How scripts and templates for them give an element its class.
GIVEN = re.compile(r"""className[:=]\s*"([^"]+)"|classList\.\w+\(\s*"([^"]+)"|(?:withHtml|make)\("\w+",\s*"([^"]+)\"""")


@pytest.mark.parametrize("case", CASES, ids=[case["why"][:50] for case in CASES])
def test_what_stays(case: dict[str, Any]) -> None:
    """Each kind of rule stays or goes as the table says, and what stays is left alone when it is cut again."""
    added = Added(*(frozenset(case.get("added", {}).get(key, ())) for key in ("classes", "attributes", "tags")))

    def cut(css: str) -> str:
        return cutting.cut(css, Possible(vocabulary.together([case["html"]], vocabulary.asked(css)), added))

    assert cut(case["css"]) == case["kept"]
    assert cut(case["kept"]) == case["kept"]


@pytest.mark.parametrize(("css", "place"), [("p{color:red} }", "1:"), ("p{color:red;;:}", "p"), ("p{", "")])
def test_what_is_no_css_is_told(css: str, place: str) -> None:
    """A sheet with a slip in it is not written: the message names the place. One that only ends too early is CSS."""
    if not place:
        assert str(model.read(css)) == "p{}"
    else:
        with pytest.raises(ValueError, match=place):
            model.read(css)


def test_tags_are_read_as_they_are() -> None:
    """A sign in a value does not end a tag; scripts, styles and comments hold no elements; the order of attributes is no matter."""
    html = '<p title="a > b" class="x y">t</p><script>"<em>"</script><!-- <b> --><i class=\'z\' hidden>'
    kinds = vocabulary.of(html, vocabulary.asked("[hidden]{} [title='a > b']{}"))
    assert {(kind.tag, kind.classes) for kind in kinds} == {("p", frozenset("xy")), ("script", frozenset()), ("i", frozenset("z"))}
    assert {("title", "a > b"), ("hidden", "")} <= {pair for kind in kinds for pair in kind.attributes}


def _scripts() -> list[Path]:
    return [*(ROOT / "docs/javascripts").glob("*.js"), *programs.CLIENT.glob("*.js"), ROOT / "overrides/partials/site/palette_choice.html"]


def test_the_safe_list_is_what_scripts_add() -> None:
    """Every class that a script gives to an element is on the safe-list, and nothing is on it that no script gives."""
    given = {name for file in _scripts() for match in GIVEN.findall(file.read_text("utf-8")) for text in match for name in text.split()}
    assert len(given) > 15
    given |= {name for text in re.findall(r'class="([\w -]+)', Path(leaves.__file__).read_text("utf-8")) for name in text.split()}
    assert given | {"no-js"} == settings.added().classes
    rows = yaml.safe_load((ROOT / "data/sheets/added.yml").read_text("utf-8"))
    assert all(len(row["why"]) > 20 for row in rows)


def test_every_sheet_is_joined() -> None:
    """Each style sheet of the project is part of what pages load, in one place."""
    ours = {f"stylesheets/{path.name}" for path in (ROOT / "docs/stylesheets").glob("*.css")}
    assert {file for files in settings.sheets().values() for file in files if "*" not in file} == ours
    assert all(len(files) == len(set(files)) for files in settings.sheets().values())


def test_a_missing_sheet_is_told(tmp_path: Path) -> None:
    """When the theme's sheet is not where it was, the build stops and says which file it looked for."""
    with pytest.raises(FileNotFoundError, match=r"assets/stylesheets/main\.\*\.min\.css"):
        writing.joined("site", ROOT, tmp_path)


def test_names_are_written_once(tmp_path: Path) -> None:
    """Writing the sheets of a built folder again changes no page; another element brings another name to all of them."""
    theme = tmp_path / "assets/stylesheets"
    theme.mkdir(parents=True)
    pages = {name: tmp_path / name for name in ("index.html", "404.html")}

    def write() -> dict[str, str]:
        page = pages["index.html"]
        kinds = vocabulary.of(page.read_text("utf-8"), writing.asked(ROOT, tmp_path))
        writing.write(ROOT, tmp_path, kinds)
        page.write_text(writing.named(page.read_text("utf-8"), writing.names(tmp_path)), "utf-8")
        return {name: path.read_text("utf-8") for name, path in pages.items()}

    def build(body: str) -> dict[str, str]:
        theme.mkdir(parents=True, exist_ok=True)
        (theme / "main.0a.min.css").write_text(".md-x{top:0}.md-y{top:1px}", "utf-8")
        (theme / "palette.0a.min.css").write_text("", "utf-8")
        for name, path in pages.items():
            sheet = "not-found" if name == "404.html" else "site"
            path.write_text(f'<link rel="stylesheet" href="stylesheets/{sheet}.css">{body}', "utf-8")
        first = write()
        theme.mkdir(parents=True)
        (theme / "main.0a.min.css").write_text(".md-x{top:0}.md-y{top:1px}", "utf-8")
        (theme / "palette.0a.min.css").write_text("", "utf-8")
        assert write() == first
        return first

    one, two = build('<p class="md-x">'), build('<p class="md-y">')
    assert one["index.html"] != two["index.html"]
    assert re.search(r"stylesheets/site\.[0-9a-f]{10}\.css", two["index.html"])
    assert re.search(r"stylesheets/not-found\.[0-9a-f]{10}\.css", two["404.html"])
    assert len(list((tmp_path / "stylesheets").glob("*.css"))) == 2, "sheets of earlier runs are gone"
    assert not theme.exists()
