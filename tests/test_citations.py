"""Citations in page text: filled, or refused with a message that says where and what to do."""

from decimal import Decimal

import pytest

from sitekit.citations import Citations, names
from sitekit.figures import Figure
from sitekit.problems import ContentError

COAST = Figure("coast_km", {}, Decimal(82), Decimal(82), "kilometre", "2025-03", False, "medium", ("x",))


@pytest.fixture
def citations() -> Citations:
    """Citations that write a figure as `<key:form>`."""
    return Citations({"coast_km": COAST}, lambda figure, form: f"<{figure.key}:{form}>", {"map": lambda: "<map>"})


def test_forms(citations: Citations) -> None:
    """A citation may name a form; spaces inside the braces do not matter; text around it stays."""
    text = "a {{ coast_km }} b {{coast_km|words}} c\n{{ map }}\n"
    assert citations.fill(text, "p.md") == "a <coast_km:full> b <coast_km:words> c\n<map>\n"


def test_unknown_figure_names_page_line_and_closest_key(citations: Citations, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unknown key stops the build and names the page, the line and the closest key, in Vietnamese first."""
    with pytest.raises(ContentError) as refusal:
        citations.fill("one\n\nlength {{ coast_mk }}", "docs/vi/index.md", 14)
    assert str(refusal.value) == (
        "docs/vi/index.md, dòng 16  [unknown-figure]\n"
        "  Không có số liệu “coast_mk”. Tên gần nhất là “coast_km”.\n"
        "  Khách sẽ thấy: một chỗ trống thay cho con số.\n"
        "  Cách sửa: sửa tên, hoặc thêm số liệu vào data/figures.yml."
    )
    monkeypatch.setenv("SITE_LANG", "en")
    assert refusal.value.problems[0].text().startswith("docs/vi/index.md, line 16  [unknown-figure]\n  There is no figure")


def test_every_problem_is_reported_at_once(citations: Citations) -> None:
    """An editor sees all problems of a page in one run."""
    with pytest.raises(ContentError) as refusal:
        citations.fill("{{ a }} {{ coast_km | loud }}\n{{ table: maps }}\n{{ ''.__class__ }}", "p.md")
    assert [(problem.rule, problem.line) for problem in refusal.value.problems] == [
        ("unknown-figure", 1), ("unknown-form", 1), ("unknown-block", 2), ("unreadable-citation", 3)]  # fmt: skip


def test_text_is_never_evaluated(citations: Citations) -> None:
    """Template code in a page is refused or printed, never run."""
    for attack in ("{{ config }}", "{{ coast_km.__class__ }}", "{{ 7*7 }}", "{{ lipsum() }}"):
        with pytest.raises(ContentError):
            citations.fill(attack, "p.md")
    assert citations.fill("{% include 'x' %}", "p.md") == "{% include 'x' %}"


def test_the_closest_name_may_be_a_block(citations: Citations) -> None:
    """A misspelt block is answered with the block that was meant and with all there are; a form makes no sense of a block."""
    for text, word, near in (("{{ maps }}", "maps", "map"), ("{{ table: parks }}", "table: parks", "—")):
        with pytest.raises(ContentError) as refusal:
            citations.fill(text, "p.md")
        problem = refusal.value.problems[0]
        assert (problem.rule, problem.words["word"], problem.words["closest"]) == ("unknown-block", word, near)
        assert "map" in problem.text("en")
    for text in ("{{ map | words }}", "{{ map: x | words }}"):
        with pytest.raises(ContentError):
            citations.fill(text, "p.md")


def test_what_a_page_cites() -> None:
    """Figures and blocks that a page cites are found in order."""
    assert names("{{ b }} and {{ a | words }}\n{{ map }}\n{{ table: parks }} {{ a b }}") == ("b", "a", "map", "table:parks")
