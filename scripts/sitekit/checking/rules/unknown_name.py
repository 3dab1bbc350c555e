"""What a page or a row of data names by its key must be there: figures, sources, pages, places, pictures, blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sitekit.checking import naming
from sitekit.checking.blocks import CITED, Block, Citation, citation
from sitekit.checking.corpus import Corpus, DataFile
from sitekit.checking.lenient_yaml import Map, Seq
from sitekit.checking.rule import Finding, Rule
from sitekit.citations import FORMS
from sitekit.picture_subjects import SUBJECTS
from sitekit.problems import closest

#: Blocks drawn from data; `table:` takes the name of a data file, `plot:` a key of data/plots.yml.
BLOCKS = ("map", "pages", "events", "news", "pictures", "names", "sources")
TABLES = ("parks", "visas", "communes", "investors", "contacts")
#: Entries of headers and of rows of data that hold keys, and where these stand.
ENTRIES = {"figures": "figures", "sources": "sources", "place": "places", "area": "figures", "capital": "figures", "figure": "figures"}
PAGES = ("cards", "page")


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each name of something that is not there."""
    known = {name: corpus.data(name).rows.keys() for name in ("figures", "sources", "places")}
    for page in corpus.pages():
        for key in ("figures", "sources", "place"):
            words = page.strings(key) or ([page.string(key)] if page.string(key) else [])
            yield from _names(words, known[ENTRIES[key]], f"data/{ENTRIES[key]}.yml", page.path, page.line(key))
        yield from _names(page.strings("cards"), corpus.names.keys(), f"docs/{page.code}/", page.path, page.line("cards"))
        picture = page.string("picture")
        for name, line in [(picture, page.line("picture"))] if picture else []:
            yield from _picture(corpus, name, page.path, line)
        for block in page.texts:
            yield from (finding for cited in block.citations for finding in _citation(corpus, cited, page.path, block.line))
            yield from _pictures(corpus, block, page.path)
            if ("{{" in block.text or "}}" in block.text) and block.kind != "code":
                left = {"word": naming.excerpt(block.text[max(block.text.find("{{"), 0):]), "closest": "—"}  # fmt: skip
                yield Finding("unknown-name", page.path, block.line, left, sentence="unreadable-citation")
    for file in corpus.data_files:
        if file.path != "data/figures.yml":  # figure-without-source looks at that one
            yield from _data(corpus, file, file.value, known)


def _names(words: Iterable[str], known: Iterable[str], file: str, path: str, line: int) -> Iterator[Finding]:
    for word in words:
        if word not in known:
            yield Finding("unknown-name", path, line, {"word": word, "file": file, "closest": closest(word, known) or "—"})


def _picture(corpus: Corpus, name: str, path: str, line: int) -> Iterator[Finding]:
    if name not in corpus.pictures and name.rpartition(".")[0] not in corpus.pictures:
        words = {"word": name, "closest": closest(name, corpus.pictures) or "—"}
        yield Finding("unknown-name", path, line, words, sentence="unknown-picture")


def _pictures(corpus: Corpus, block: Block, path: str) -> Iterator[Finding]:
    for picture in block.inline.pictures if "![" in block.text else ():
        if "//" not in picture.target:  # a picture of another host is raw-html's
            yield from _picture(corpus, picture.name, path, block.line)


def _citation(corpus: Corpus, cited: Citation, path: str, line: int) -> Iterator[Finding]:
    if cited.figure and cited.key not in BLOCKS:
        sentence, known = ("unknown-figure", [*corpus.figures, *BLOCKS]) if cited.key not in corpus.figures else ("unknown-form", FORMS)
        word = cited.key if sentence == "unknown-figure" else cited.form
        if sentence == "unknown-form" and word in FORMS:
            return
    else:
        name, _, what = cited.key.partition(":")
        plots = corpus.data("plots").rows
        shown = {"table": TABLES, "plot": plots, "pictures": SUBJECTS}
        if cited.key in BLOCKS or what in shown.get(name, ()):
            return
        known = [*BLOCKS, *(f"table: {table}" for table in TABLES), *(f"plot: {plot}" for plot in plots)]
        known += [f"pictures: {subject}" for subject in SUBJECTS]
        sentence, word = ("unknown-block" if name in shown else "unreadable-citation"), cited.raw.strip()
    words = {"word": word, "closest": closest(word, known) or "—", "blocks": ", ".join(known)}
    yield Finding("unknown-name", path, line, words, sentence=sentence)


def _data(corpus: Corpus, file: DataFile, value: Any, known: dict[str, Any]) -> Iterator[Finding]:
    """Names in `value`, a part of a data file, and in the texts that it holds."""
    if isinstance(value, Seq):
        for item in value:
            yield from _data(corpus, file, item, known)
    if not isinstance(value, Map):
        return
    for key, item in value.items():
        line = value.lines[key]
        words = [word for word in item if isinstance(word, str)] if isinstance(item, Seq) else [item] if isinstance(item, str) else []
        if key == "place" and file.path == "data/sections.yml":
            continue  # there it says where on the page a section is named
        if key in ENTRIES:
            yield from _names(words, known[ENTRIES[key]], f"data/{ENTRIES[key]}.yml", file.path, line)
        elif key in PAGES:
            yield from _names(words, corpus.names.keys(), "docs/vi/", file.path, line)
        elif isinstance(item, str) and "{{" in item:
            for inside in CITED.findall(item):
                yield from _citation(corpus, citation(inside), file.path, line)
        elif isinstance(item, (Map, Seq)):
            yield from _data(corpus, file, item, known)


RULE = Rule("unknown-name", "error", run)
