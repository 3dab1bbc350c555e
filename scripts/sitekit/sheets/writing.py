"""Writes the sheets into the built site; their names go into its pages."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from sitekit import fingerprint, kept
from sitekit.sheets import cutting, settings, vocabulary
from sitekit.sheets.selectors import Possible
from sitekit.sheets.vocabulary import Kind, Test

FOLDER = "stylesheets/"
#: What the theme brings along and no page loads once its sheets are joined with ours.
THEME = ("assets/stylesheets", "assets/javascripts")
DIGITS = 10
#: A drawing that comes with the sheet, by its path below docs/, and the signs that may stand in the address of data.
DRAWING, PLAIN = re.compile(r'url\("\.\./(assets/patterns/[\w-]+\.svg)"\)'), " =:/'(),;"
#: The page that is not found, and its sheet.
LOST, OF_LOST = "404.html", "not-found"


def joined(name: str, root: Path, folder: Path) -> str:
    """The whole sheet `name`: its files, ours below `root`/docs, the theme's below `folder`. FileNotFoundError with the one missing."""
    texts = []
    for file in settings.sheets()[name]:
        found = [root / "docs" / file] if "*" not in file else sorted(folder.glob(file))
        if len(found) != 1:
            raise FileNotFoundError(f"{file}: {len(found)} files in {folder}")
        texts.append(found[0].read_text("utf-8"))
    return DRAWING.sub(lambda match: _written_out(root / "docs" / match[1]), "\n".join(texts))


def _written_out(drawing: Path) -> str:
    """A small drawing as a value in the sheet itself: on a slow line asking for it would take longer than its bytes."""
    text = drawing.read_text("utf-8").strip().replace('"', "'")
    return f"url(\"data:image/svg+xml,{quote(text, safe=PLAIN)}\")"


@lru_cache(maxsize=4)
def _cut(css: str, kinds: frozenset[Kind]) -> str:
    """Kept for the next build in this process: most changes of a page bring no new kind of element."""
    return cutting.cut(css, Possible(kinds, settings.added()))


def _again(root: Path, name: str, css: str, kinds: frozenset[Kind]) -> str:
    """The sheet as the last build cut it when nothing that decides is new, else cut now."""
    if not kept.used():
        return _cut(css, kinds)
    safe = [sorted(names) for names in vars(settings.added()).values()]
    key = fingerprint.of(fingerprint.code(), css, safe, sorted((kind.tag, sorted(kind.classes), kind.attributes) for kind in kinds))
    known = kept.read(root, f"sheets/{name}") or {"key": None}
    if known["key"] != key:
        known = {"key": key, "text": _cut(css, kinds)}
        kept.write(root, f"sheets/{name}", known)
    return str(known["text"])


def named(html: str, names: Mapping[str, str]) -> str:
    """`html` with the name of each sheet where a template wrote the plain one, or an earlier run its own."""
    for name, file in names.items():
        html = _called(name).sub(file, html)
    return html


@lru_cache(maxsize=8)
def _called(name: str) -> re.Pattern[str]:
    return re.compile(rf"{FOLDER}{re.escape(name)}(\.[0-9a-f]{{{DIGITS}}})?\.css")


def asked(root: Path, folder: Path) -> frozenset[Test]:
    """What the sheets of pages ask of attributes."""
    return frozenset().union(*(vocabulary.asked(joined(name, root, folder)) for name in settings.sheets() if name != OF_LOST))


def names(folder: Path) -> dict[str, str]:
    """Sheet → its file below the site built in `folder`, once they are written. ValueError when one is not there or there twice."""
    found = {}
    for name in settings.sheets():
        (file,) = folder.glob(f"{FOLDER}{name}.{'[0-9a-f]' * DIGITS}.css")
        found[name] = file.relative_to(folder).as_posix()
    return found


def write(root: Path, folder: Path, kinds: frozenset[Kind]) -> None:
    """Join, cut and write every sheet of the site built in `folder`, each named by its content, and drop the theme's files.

    `kinds` are those of the elements of all pages. The page that is not found has a sheet of its own, whose name it gets here.
    """
    target, lost = folder / FOLDER, folder / LOST
    target.mkdir(exist_ok=True)
    written = {}
    for name in settings.sheets():
        css = joined(name, root, folder)
        short = _again(root, name, css, vocabulary.of(lost.read_text("utf-8"), vocabulary.asked(css)) if name == OF_LOST else kinds)
        written[name] = f"{FOLDER}{name}.{hashlib.sha256(short.encode()).hexdigest()[:DIGITS]}.css"
        (folder / written[name]).write_text(short, "utf-8")
    for path in target.glob("*.css"):
        if path.relative_to(folder).as_posix() not in written.values():
            path.unlink()
    for theme in THEME:
        shutil.rmtree(folder / theme, ignore_errors=True)
    lost.write_text(named(lost.read_text("utf-8"), written), "utf-8")
