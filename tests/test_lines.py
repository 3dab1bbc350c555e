"""Where lines end and how tables stack: names of titles, repetitions, wide tables written in Markdown."""

import markdown

from sitekit import names, tables

GLOSSARY = {
    "nghe-an": {"vi": {"form": "Nghệ An"}, "en": {"form": "Nghệ An"}, "lo": {"form": "ເຫງະອານ"}, "zh": {"form": "乂安"}},
    "vinh": {"vi": {"form": "Vinh"}, "en": {"form": "Vinh"}},
    "board": {"vi": {"form": "Ban Quản lý Khu kinh tế Đông Nam"}, "en": {"form": "Southeast Economic Zone Management Board"}},
}


def test_a_name_of_several_words_is_whole_in_a_title() -> None:
    """Vietnamese and English titles keep short names together; one word and a long name need or bear no help."""
    assert names.forms(GLOSSARY, "vi") == ["Nghệ An"]
    assert (
        names.protect("How to invest in Nghệ An", names.forms(GLOSSARY, "en")) == 'How to invest in <span class="site-name">Nghệ An</span>'
    )


def test_a_repetition_stays_with_its_syllable() -> None:
    """Lao ໆ and the syllable before it are one piece, its marks and vowels before and behind included."""
    for word, kept in (("ຄຳຕອບສັ້ນໆ", "ສັ້ນໆ"), ("ແຕ່ເນິ່ນໆ", "ເນິ່ນໆ"), ("ສິ່ງຕ່າງໆ", "ຕ່າງໆ"), ("ແທ້ໆ", "ແທ້ໆ"), ("ເບົາໆ", "ເບົາໆ")):
        html = names.protect(f"{word}.", names.forms(GLOSSARY, "lo"))
        assert html == f'{word.removesuffix(kept)}<span class="site-name">{kept}</span>.', word


def test_a_wide_table_of_markdown_stacks() -> None:
    """Four columns and more get the form of tables from data: rows are named, every cell carries its head; short ones stay."""
    wide = "| A | *B* “b” | C | D |\n|---|---|---|---|\n| one | two & 2 | [three and more](x) | |\n"
    html = tables.mark(markdown.markdown(wide, extensions=["tables"]))
    assert html.startswith('<div class="site-table"><table class="site-data"><thead>')
    assert html.endswith("</tbody></table></div>")
    assert '<th scope="row">one</th><td data-head="B “b”"><div>two &amp; 2</div></td>' in html
    assert '<td data-head="C"><div><a href="x">three and more</a></div></td>' in html
    assert html.count('scope="col"') == 4
    assert html.count("data-head=") == 3
    few = "| A | B |\n|---|---|\n| 1 | a long cell of many words |\n"
    short = "| A | B | C | D |\n|---|---|---|---|\n| 1 | 2 | 3 | Vinh |\n"
    for narrow in (few, short):
        html = tables.mark(markdown.markdown(narrow, extensions=["tables"]))
        assert html.startswith('<table class="site-data">')
        assert "data-head" not in html
