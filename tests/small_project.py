"""A project of a few pages in four languages, cut out of this one: builds in seconds what a test may damage or compare.

Everything but the pages is the project's own: data, templates, scripts, pictures. Links to pages that were left out become
plain text, and so do the names of such pages in headers and data.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import yaml

from sitekit import languages
from sitekit.hosting import redirects

ROOT = Path(__file__).resolve().parent.parent
KEPT = ("index", "site-index", "about/index", "about/sources", "about/terms", "about/privacy", "about/accessibility", "visit/index",
        "visit/cua-lo", "news/index", "news/vinh-airport-reopens")  # fmt: skip
LINK = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)#\s]+\.md)(#[^)]*)?\)")
#: Blocks that list pages by names which the small project has not.
BLOCKS = re.compile(r"^\{\{ (?!map|news|pages|sources)[a-z_-]+(: [a-z_-]+)? \}\}$", re.MULTILINE)


@dataclass
class Small:
    """A small project in `folder`, its site as `reference` (path → SHA-256)."""

    folder: Path
    reference: dict[str, str]

    @property
    def site(self) -> Path:
        """Where it is built."""
        return self.folder / "site"

    def start(self, *wrapper: str, **environment: str) -> subprocess.Popen[str]:
        """Begin to build, as an editor does."""
        command = [*(wrapper or (sys.executable,)), str(self.folder / "scripts/build_site.py"), "--lang", "en"]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env={**os.environ, **environment},
                                start_new_session=True)  # fmt: skip

    def build(self, *wrapper: str, **environment: str) -> str:
        """Build; what was printed. AssertionError when it fails."""
        process = self.start(*wrapper, **environment)
        said, _ = process.communicate()
        assert process.returncode == 0, said
        return said


def make(target: Path) -> Path:
    """The project in the new folder `target`, with its own copy of the caches (the same files on disk where that can be)."""
    target.mkdir(parents=True)
    shutil.copyfile(ROOT / "mkdocs.yml", target / "mkdocs.yml")
    for name in ("data", "overrides", "scripts", "docs"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    for folder in (ROOT / ".cache").glob("*/"):
        if folder.name != "compressed":
            shutil.copytree(folder, target / ".cache" / folder.name, copy_function=_same)
    for code in languages.load(ROOT):
        for file in sorted((target / "docs" / code).rglob("*.md")):
            _cut(file, file.relative_to(target / "docs" / code).with_suffix("").as_posix())
    _cut_data(target)
    return target


def _same(source: str, to: str) -> None:
    try:
        os.link(source, to)
    except OSError:
        shutil.copyfile(source, to)


def _cut(file: Path, name: str) -> None:
    if name not in KEPT:
        file.unlink()
        return

    def link(match: re.Match[str]) -> str:
        there = os.path.normpath(Path(name).parent / match[2]).removesuffix(".md")
        return match[0] if there in KEPT else match[1]

    head, mark, body = file.read_text("utf-8").partition("\n---\n")
    cards = re.search(r"^cards: \[(.*)\]$", head, re.MULTILINE)
    if cards:
        kept = [word for word in cards[1].split(", ") if word in KEPT]
        head = head.replace(cards[0], f"cards: [{', '.join(kept)}]")
    file.write_text(head + mark + LINK.sub(link, BLOCKS.sub("", body)), "utf-8")


def _cut_data(target: Path) -> None:
    for name in ("sections", "places", "events"):
        file = target / f"data/{name}.yml"
        rows = yaml.safe_load(file.read_text("utf-8"))
        if name == "sections":
            rows = [row for row in rows if row["page"] in KEPT]
        for row in rows.values() if isinstance(rows, dict) else rows:
            if row.get("page") not in KEPT:
                row.pop("page", None)
        file.write_text(yaml.safe_dump(rows, allow_unicode=True, sort_keys=False), "utf-8")
    (target / redirects.PUBLISHED).write_text("\n".join(KEPT) + "\n", "utf-8")
