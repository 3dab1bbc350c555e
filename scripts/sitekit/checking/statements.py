"""What the site says, text by text, with its language and place; and each translation beside its Vietnamese original.

Pages, texts of data files and records of pictures alike, so that a rule about words need not know where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sitekit.checking import lenient_yaml
from sitekit.checking.blocks import CITATION, Block, Citation, citation
from sitekit.checking.corpus import IMAGES, Corpus
from sitekit.checking.inline import read
from sitekit.checking.once import once
from sitekit.checking.reading_numbers import GAP, Reading
from sitekit.checking.source_page import SourcePage
from sitekit.languages import REFERENCE

_CITED = re.compile(r"\{\{(.*?)\}\}")
#: Kinds of blocks without text of a language.
UNREAD = ("code", "html", "rule")
#: Data files whose texts no visitor reads as they stand.
UNSPOKEN = ("data/languages.yml", "data/sources.yml", "data/glossary.yml")


@dataclass(eq=False)
class Statement:
    """One text of a visitor's language: `text` is Markdown with a CITATION for each of `citations`, `plain` what is read.

    `kind` is the block's kind, or `data`; `keys` lead to it in a data file (`("cua-lo", "before")`); `column` is that of a
    table's cell below its head: path, number of the table, number of the column. `head` is what stands above it. `context` is what
    else tells when and where it holds: the head and the rest of the row, the date (`as_of`) of a row of data.
    """

    path: str
    line: int
    code: str
    text: str
    kind: str
    citations: tuple[Citation, ...] = ()
    keys: tuple[str, ...] = ()
    column: tuple[str, int, int] | None = None
    head: str = ""
    context: str = ""

    @cached_property
    def plain(self) -> str:
        """What a visitor reads; each citation is one CITATION."""
        return read(self.text).plain

    @property
    def prose(self) -> str:
        """What a visitor reads, without code and addresses."""
        return self.reading.text.replace(GAP, " ")

    @cached_property
    def reading(self) -> Reading:
        """The numbers typed in it."""
        return Reading(self.text, self.code)


def _of(block: Block, path: str, code: str) -> Statement:
    return Statement(path, block.line, code, block.text, block.kind, block.citations)


def _cells(block: Block, path: str, code: str, head: tuple[str, ...] = ()) -> list[Statement]:
    """The cells of a table's row, each with its own citations; any other block as it is."""
    if block.kind != "row":
        return [_of(block, path, code)]
    found, first = [], 0
    for number, cell in enumerate(block.cells):
        last = first + cell.count(CITATION)
        column, above = (None, "") if block.head else ((path, block.group, number), head[number] if number < len(head) else "")
        found.append(Statement(path, block.line, code, cell, block.kind, block.citations[first:last], (), column, above,
                               f"{above} | {block.text}"))  # fmt: skip
        first = last
    return found


@once
def _pages(corpus: Corpus) -> dict[str, dict[int, list[Statement]]]:
    """By the path of a page: the statements of each block, by its identity. Made once, so that each text is read once."""
    return {}


def _of_page(corpus: Corpus, page: SourcePage) -> dict[int, list[Statement]]:
    kept = _pages(corpus)
    if page.path not in kept:
        heads = {block.group: block.cells for block in page.blocks if block.head}
        kept[page.path] = {id(block): _cells(block, page.path, page.code, heads.get(block.group, ()))
                           for block in page.texts if block.kind not in UNREAD}  # fmt: skip
    return kept[page.path]


@once
def of_pages(corpus: Corpus) -> list[Statement]:
    """The texts of the pages asked for, headers first; code and raw HTML are no text."""
    return [said for page in corpus.pages() for texts in _of_page(corpus, page).values() for said in texts]


def _data(corpus: Corpus) -> Iterator[tuple[str, tuple[str, ...], lenient_yaml.Map, str]]:
    files = [file for file in corpus.data_files if file.path not in UNSPOKEN]
    records = sorted(f"{IMAGES}/{name}.yml" for name in corpus.pictures)
    files += [corpus.yaml(path) for path in records if path in corpus.known and corpus.wanted(path)]
    for file in files:
        yield from ((file.path, keys, text, _date(file.value, keys)) for keys, text in lenient_yaml.texts(file.value))


def _date(value: object, keys: tuple[str, ...]) -> str:
    """The `as_of` of the row that `keys` lead into, as far as the way is one of mappings."""
    found = ""
    for key in keys:
        if isinstance(value, lenient_yaml.Seq):
            value = next((row for row in value if isinstance(row, lenient_yaml.Map) and key in (row.get("key"), row.get("name"))), None)
        else:
            value = value.get(key) if isinstance(value, lenient_yaml.Map) else None
        found = str(value.get("as_of") or found) if isinstance(value, lenient_yaml.Map) else found
    return found


def _said(path: str, keys: tuple[str, ...], text: lenient_yaml.Map, code: str, context: str = "") -> Statement | None:
    words = text.get(code)
    if not isinstance(words, str):
        return None
    cited = tuple(citation(inside) for inside in _CITED.findall(words))
    clean = _CITED.sub(CITATION, words.replace(CITATION, " "))
    return Statement(path, text.lines.get(code, 0), code, clean, "data", cited, keys, context=context)


@once
def _texts(corpus: Corpus) -> list[dict[str, Statement]]:
    """The texts of data files and records of pictures: each in the languages that have it."""
    return [{code: said for code in corpus.languages if (said := _said(path, keys, text, code, date))}
            for path, keys, text, date in _data(corpus)]  # fmt: skip


@once
def of_data(corpus: Corpus) -> list[Statement]:
    """The texts of data files and records of pictures, in the languages of the site."""
    return [said for texts in _texts(corpus) for said in texts.values()]


@once
def counterparts(corpus: Corpus) -> list[tuple[Statement, Statement]]:
    """Each Vietnamese text with its translation, of pages and of data; what has no counterpart is left out."""
    found: list[tuple[Statement, Statement]] = []
    for source, page in corpus.pairs():
        sources, translations = _of_page(corpus, source), _of_page(corpus, page)
        for one, other in corpus.aligned(source, page):
            mine, theirs = sources.get(id(one), []), translations.get(id(other), [])
            if one and other and len(mine) != len(theirs):
                mine, theirs = [_of(one, source.path, REFERENCE)], [_of(other, page.path, page.code)]
            found += zip(mine, theirs, strict=True) if mine and theirs else ()
    for texts in _texts(corpus):
        if REFERENCE in texts:
            found += [(texts[REFERENCE], said) for code, said in texts.items() if code != REFERENCE]
    return found
