"""Writes the sheets into the built site and their names into its pages."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from sitekit import fingerprint, kept
from sitekit.sheets import cutting, settings, vocabulary
from sitekit.sheets.selectors import Possible
from sitekit.sheets.vocabulary import Kind

FOLDER = "stylesheets/"
#: What the theme brings along and no page loads once its sheets are joined with ours.
THEME = ("assets/stylesheets", "assets/javascripts")
DIGITS = 10


def joined(name: str, root: Path, folder: Path) -> str:
    """The whole sheet `name`: its files, ours below `root`/docs, the theme's below `folder`. FileNotFoundError with the one missing."""
    texts = []
    for file in settings.sheets()[name]:
        found = [root / "docs" / file] if "*" not in file else sorted(folder.glob(file))
        if len(found) != 1:
            raise FileNotFoundError(f"{file}: {len(found)} files in {folder}")
        texts.append(found[0].read_text("utf-8"))
    return "\n".join(texts)


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


def pages(folder: Path, name: str) -> Iterable[Path]:
    """The pages that load the sheet `name`: the page that is not found has its own."""
    lost = folder / "404.html"
    return [lost] if name == "not-found" else (path for path in folder.rglob("*.html") if path != lost)


def write(root: Path, folder: Path) -> None:
    """Join, cut and write every sheet of the site built in `folder`, name it by its content, and drop the theme's files."""
    target = folder / FOLDER
    target.mkdir(exist_ok=True)
    written = set()
    for name in settings.sheets():
        css = joined(name, root, folder)
        texts = {path: path.read_text("utf-8") for path in pages(folder, name)}
        short = _again(root, name, css, vocabulary.together(texts.values(), vocabulary.asked(css)))
        file = f"{FOLDER}{name}.{hashlib.sha256(short.encode()).hexdigest()[:DIGITS]}.css"
        (folder / file).write_text(short, "utf-8")
        written.add(folder / file)
        _rename(texts, name, file)
    for path in target.glob("*.css"):
        if path not in written:
            path.unlink()
    for theme in THEME:
        shutil.rmtree(folder / theme, ignore_errors=True)


def _rename(texts: dict[Path, str], name: str, file: str) -> None:
    """Put the name `file` where a template wrote the plain one, or an earlier run its own."""
    called = re.compile(rf"{FOLDER}{re.escape(name)}(\.[0-9a-f]{{{DIGITS}}})?\.css")
    for path, text in texts.items():
        changed = called.sub(file, text)
        if changed != text:
            path.write_text(changed, "utf-8")
