"""Whatever stands in a file, the check says something about it or nothing: no traceback, no hang, never exit code 3."""

from __future__ import annotations

import contextlib
import io
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import check_translations
from check_project import BASE, write

#: Seconds of the processor for one small project, on a slow and busy machine.
LONGEST = 8.0
FOLDER = Path(__file__).parent / "arbitrary"
#: Pieces that mean something to some part of the check; random letters alone would seldom meet.
PIECES: list[str] = yaml.safe_load((FOLDER / "pieces.yml").read_text("utf-8"))
KEYS_KNOWN: list[str] = yaml.safe_load((FOLDER / "keys.yml").read_text("utf-8"))
PAGES = ("docs/vi/tea.md", "docs/en/tea.md", "docs/lo/tea.md", "docs/zh/tea.md")
TEXT = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=40).map("".join)
RAW = st.one_of(st.binary(max_size=200), TEXT.map(lambda text: text.encode("utf-8", "surrogatepass")))
LEAVES = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=6), st.sampled_from(PIECES), st.dates())
KEYS = st.one_of(st.sampled_from(KEYS_KNOWN), st.text(max_size=3))
TREES = st.recursive(LEAVES, lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=4)), max_leaves=12)
CELLS = st.dictionaries(KEYS, st.one_of(LEAVES, st.lists(LEAVES, max_size=3)), max_size=4)


def dumped(tree: object) -> bytes:
    """`tree` as a YAML file."""
    return yaml.safe_dump(tree, allow_unicode=True).encode("utf-8", "surrogatepass")


def files() -> dict[str, str | bytes | None]:
    """A small project: two pages in four languages, each data file with one row, a picture and its record."""
    found: dict[str, str | bytes | None] = dict(yaml.safe_load((FOLDER / "project.yml").read_text("utf-8")))
    for path in PAGES:
        found[path.replace("tea", "other")] = found[path]
    return {**BASE, **found}


FILES = files()


@pytest.fixture(scope="module")
def project() -> Iterator[Path]:
    """A small project that the examples change one file of."""
    with tempfile.TemporaryDirectory() as folder:
        yield write(Path(folder), FILES)


def run(project: Path, path: str, content: bytes) -> None:
    """Check the project with other content in one file, in every form of report; the file is put back."""
    file = project / path
    kept = file.read_bytes() if file.exists() else None
    file.write_bytes(content)
    try:
        for arguments in (["--lang", "vi"], ["--format", "json", "--lang", "en"], ["--format", "github", path]):
            began = time.process_time()
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as said:
                code = check_translations.main(["--root", str(project), "--debug", *arguments])
            assert code in (0, 1), said.getvalue()
            assert time.process_time() - began < LONGEST
    finally:
        if kept is None:
            file.unlink()
        else:
            file.write_bytes(kept)


example = settings(max_examples=25, deadline=None, database=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@example
@given(path=st.sampled_from(PAGES), content=RAW)
def test_any_page(project: Path, path: str, content: bytes) -> None:
    """A page may hold any bytes at all."""
    run(project, path, content)


@example
@given(path=st.sampled_from(PAGES), body=TEXT)
def test_any_body(project: Path, path: str, body: str) -> None:
    """Below a good header may stand any text."""
    header = str(FILES[path]).rpartition("\n---\n")[0]
    run(project, path, f"{header}\n---\n\n{body}".encode("utf-8", "surrogatepass"))


@example
@given(path=st.sampled_from(PAGES), header=st.one_of(TEXT.map(lambda text: text.encode("utf-8", "surrogatepass")), TREES.map(dumped)))
def test_any_header(project: Path, path: str, header: bytes) -> None:
    """Between the two lines of a header may stand any text and any YAML."""
    body = str(FILES[path]).rpartition("\n---\n")[2].encode()
    run(project, path, b"---\n" + header + b"\n---\n" + body)


@example
@given(path=st.sampled_from([path for path in FILES if path.endswith((".yml", ".txt", ".po"))]), content=st.one_of(RAW, TREES.map(dumped)))
def test_any_data_file(project: Path, path: str, content: bytes) -> None:
    """A data file, the glossary, a catalogue or the record of a picture may hold any bytes and any YAML."""
    run(project, path, content)


@example
@given(rows=st.dictionaries(KEYS, st.dictionaries(KEYS, CELLS, max_size=4), max_size=4))
def test_any_glossary(project: Path, rows: dict[str, object]) -> None:
    """A glossary of the right depth may hold any values."""
    run(project, "data/glossary.yml", dumped(rows))


@pytest.mark.parametrize("piece", PIECES)
def test_a_piece_without_end(project: Path, piece: str) -> None:
    """A page that is one piece repeated thousands of times takes no longer than any other of its length."""
    header = str(FILES["docs/lo/tea.md"]).rpartition("\n---\n")[0]
    run(project, "docs/lo/tea.md", f"{header}\n---\n\n{piece * 3000}".encode("utf-8", "surrogatepass"))
