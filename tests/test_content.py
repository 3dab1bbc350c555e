"""What the pages say: names from the glossary, figures that may be published, records of pictures."""

import re
import unicodedata
from pathlib import Path

import yaml

from page_list import CODES
from sitekit import datafiles, figures, sources
from sitekit.pages import Pages, digest

INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")


def test_no_avoided_form(root: Path, pages: Pages) -> None:
    """No page, picture record or data text uses a form of a name that the glossary says to avoid."""
    glossary = datafiles.load(root, "data/glossary.yml")
    avoided = {(code, form) for row in glossary.values() for code in CODES for form in row[code].get("avoid", [])}
    texts = [(page.language, page.file, page.body + page.header.title + page.header.lead) for page in pages]
    fixed = {"zh": "义静苏维埃"}  # a fixed name that holds an avoided form
    for code, file, text in texts:
        for language, form in avoided:
            assert language != code or form not in text.replace(fixed.get(code, "\0"), ""), (file, form)


def test_every_figure_can_be_traced(root: Path) -> None:
    """Each figure says from which row it was taken, has a confidence that may be published, and a source."""
    rows = datafiles.load(root, figures.FILE)
    assert all(re.fullmatch(r"(culture|economy)\.md#[a-z0-9_]+", row["fact"]) for row in rows.values())
    assert figures.load(root, sources.load(root)).keys() == rows.keys()
    assert all(figure.confidence in {"high", "medium"} for figure in figures.load(root, sources.load(root)).values())


def test_texts_are_clean(pages: Pages) -> None:
    """Pages are NFC, without invisible characters, without manual line breaks inside a paragraph or double spaces."""
    for page in pages:
        text = page.body
        assert text == unicodedata.normalize("NFC", text), page.file
        assert not INVISIBLE.search(text), page.file
        assert not re.search(r"[^\n|]  +[^\n|]", text), page.file
        blocks = [block for block in text.split("\n\n") if block.strip()]
        for block in blocks:
            lines = block.strip("\n").split("\n")
            assert len(lines) == 1 or re.match(r"(- |\d+\. |\||!\[)", lines[0]), (page.file, lines[0])


def test_headings_have_the_same_ids(pages: Pages) -> None:
    """Every heading has an explicit ASCII id, the same in every language, in the same order and on the same line."""
    for name in pages.names():
        shapes = []
        for language in pages.translations(name):
            page = pages.real(language.code, name)
            assert page
            lines = page.body.split("\n")
            shapes.append([(number, line.split(" ")[0], re.findall(r"\{ #([a-z0-9-]+) \}$", line))
                           for number, line in enumerate(lines) if line.startswith("#")])  # fmt: skip
            assert all(len(ids) == 1 for _, _, ids in shapes[-1]), page.file
        assert all(shape == shapes[0] for shape in shapes), name


def test_translations_are_up_to_date(pages: Pages) -> None:
    """Every translation was made from the Vietnamese text that stands in the project today."""
    stale = []
    for page in pages:
        reference = pages.reference(page.name)
        assert reference
        if page.language != "vi" and page.header.translated_from != digest(reference):
            stale.append(page.file)
    assert stale == []


def test_chinese_uses_full_width_marks(pages: Pages) -> None:
    """Between Chinese characters stand Chinese marks, and no space is left beside them."""
    for page in pages:
        if page.language == "zh":
            plain = re.sub(r"\[([^\]]*)\]\([^)]*\)|\{\{.*?\}\}|\{ #.*?\}|`[^`]*`", r"\1", page.body)
            assert not re.search("[\u4e00-\u9fff][,;:!?()]|[,;!?()][\u4e00-\u9fff]", plain), page.file
            assert not re.search("[\u4e00-\u9fff] +[\u4e00-\u9fff]", plain), page.file


def test_records_of_pictures(root: Path) -> None:
    """Each picture has a record: what it shows and its caption in four languages, kind, creator, licence, focal point."""
    folder = root / "docs/assets/images"
    masters = sorted(path.stem for path in folder.iterdir() if path.suffix != ".yml")
    assert len(masters) >= 12
    assert sorted(path.stem for path in folder.glob("*.yml")) == masters
    places = datafiles.load(root, "data/places.yml")
    for name in masters:
        record = yaml.safe_load((folder / f"{name}.yml").read_text("utf-8"))
        for key in ("description", "caption"):
            assert set(record[key]) == set(CODES), name
            assert len(set(record[key].values())) >= 3, name
            assert all(text == unicodedata.normalize("NFC", text) and not INVISIBLE.search(text) for text in record[key].values()), name
        assert record["kind"] in {"illustration", "photo"}
        assert record["licence"]
        assert record["creator"]
        assert record["credit"]
        assert record["place"] is None or record["place"] in places, name
        assert all(0 < number < 1 for number in record["focal_point"])
        assert record.get("render_width", 2400) == 2400


def test_vectors_hold_nothing_foreign(root: Path) -> None:
    """Illustrations are drawings alone: no text, no script, no embedded raster, no address of another host."""
    for path in (root / "docs/assets/images").glob("*.svg"):
        text = path.read_text("utf-8")
        assert not re.search(r"<(text|script|image|foreignObject|style|animate)\b|\bon\w+=|href=\"(?!#)|url\((?!#)", text), path.name
