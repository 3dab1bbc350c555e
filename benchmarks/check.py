"""What the check costs an editor: seconds for the site, for large sites of the same kind, and beside a build of the same content.

    python benchmarks/check.py [--sizes 250 1000] [--build PAGES [--cache DIR]] [--root DIR]

The large sites are made of the sections of the real pages under new names, the same in all four languages, with stamps
that agree. Seconds are of the processor (user and system, the command's start included), so that a busy machine does not
count; wall-clock time stands in brackets. --build compares with a plain `mkdocs build` of the site with so many
generated pages in each language.
"""

from __future__ import annotations

import argparse
import os
import posixpath
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from sitekit.checking import digests
from sitekit.checking.corpus import Corpus
from sitekit.languages import REFERENCE

PARTS = ("docs", "data", "overrides", "scripts", "mkdocs.yml")
SECTIONS = 5
FOLDER = "generated"


@dataclass(frozen=True)
class Cost:
    """Processor and wall-clock seconds of one command, and its exit code."""

    processor: float
    wall: float
    code: int

    def __str__(self) -> str:
        return f"{self.processor:.2f} s ({self.wall:.1f} s)"


def cost(command: list[str], folder: Path) -> Cost:
    """Run `command` in `folder` and measure it."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    after, ended = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    return Cost(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, ended - began, done.returncode)


def _sections(text: str) -> tuple[str, list[str]]:
    """Header and the sections of a page, each from its heading on."""
    header, _, body = text.removeprefix("---\n").partition("\n---\n")
    return header, re.split(r"(?m)^(?=## )", body)[1:]


def _moved(section: str, name: str, place: int) -> str:
    """A section of page `name` as it stands on a generated page: its own ids, and links that lead where they led."""
    folder, _, own = name.partition("/")

    def link(found: re.Match[str]) -> str:
        return f"]({posixpath.relpath(posixpath.join(folder, found[1] or f'{own}.md'), FOLDER)}"

    section = re.sub(r"\]\((?![a-z]+:|[^)]*assets/)([^)#]*)", link, section)
    return re.sub(r"\{ #([a-z0-9-]+) \}", rf"{{ #\1-{place} }}", section)


def generate(root: Path, pages: int) -> None:
    """Add `pages` pages in each language to the project in `root`, made of sections of its own pages."""
    chance = random.Random(1)
    corpus = Corpus(root)
    codes = list(corpus.languages)
    whole = [name for name, found in corpus.names.items() if set(found) == set(codes) and "/" in name and not name.endswith("index")]
    texts = {(code, name): _sections((root / f"docs/{code}/{name}.md").read_text("utf-8")) for code in codes for name in whole}
    usable = [name for name in whole if len({len(texts[code, name][1]) for code in codes}) == 1 and texts[codes[0], name][1]]
    for number in range(pages):
        picks = [(name, chance.randrange(len(texts[codes[0], name][1]))) for name in chance.sample(usable, min(SECTIONS, len(usable)))]
        for code in codes:
            title = rf"\g<1>{'' if code == 'zh' else ' '}{number}\g<2>"
            header = re.sub(r"(?m)^(title: .*?)(\"?)$", title, texts[code, picks[0][0]][0], count=1)
            parts = [_moved(texts[code, name][1][section], name, place) for place, (name, section) in enumerate(picks)]
            # every paragraph of every page is another text, so that nothing is remembered from an earlier page
            end = f"({number})" if code == "zh" else f" ({number})"
            body = re.sub(r"(?m)^((?:- |\d+\. )?[^#|!{\n].*)$", rf"\g<1>{end}", "".join(parts))
            file = root / f"docs/{code}/{FOLDER}/page-{number:04}.md"
            file.parent.mkdir(exist_ok=True)
            file.write_text(f"---\n{header}\n---\n\n{body}", "utf-8")
    for source, page in Corpus(root, [f"docs/{code}/{FOLDER}" for code in codes]).pairs():
        stamped = re.sub(r"(?m)^translated_from:.*$", f'translated_from: "{digests.stamp(source)}"', page.text, count=1)
        (root / page.path).write_text(stamped, "utf-8")


def project(folder: Path, source: Path, pages: int) -> Path:
    """A copy of the project in `folder`, with generated pages."""
    for part in PARTS:
        found = source / part if (source / part).exists() else ROOT / part
        (shutil.copytree if found.is_dir() else shutil.copy)(found, folder / part)
    if pages:
        generate(folder, pages)
    return folder


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", type=int, nargs="*", default=[250, 1000])
    options.add_argument("--build", type=int, metavar="PAGES", help="also build the site with so many pages in each language")
    options.add_argument("--cache", type=Path, help="a .cache of prepared pictures for that build, which else draws them first")
    options.add_argument("--root", type=Path, default=ROOT)
    given = options.parse_args()
    command = [sys.executable, str(ROOT / "scripts/check_translations.py"), "--root"]
    rows = []
    for pages in [0, *given.sizes]:
        with tempfile.TemporaryDirectory() as folder:
            root = project(Path(folder), given.root, pages)
            count = len(list((root / "docs").rglob("*.md")))
            spent = cost([*command, str(root)], root)
            rows.append((count, spent))
            print(f"{count:5} pages: {spent}, {1000 * spent.processor / count:.1f} ms a page, exit code {spent.code}", flush=True)
    if len(rows) > 2:
        (small, first), (large, second) = rows[-2:]
        print(f"linear: {large / small:.2f} times the pages took {second.processor / first.processor:.2f} times as long")
    page = f"docs/{REFERENCE}/visit/cua-lo.md"
    print(f"one page: {cost([*command, str(given.root), page], given.root)}")
    if given.build is not None:
        with tempfile.TemporaryDirectory() as folder:
            root = project(Path(folder), given.root, given.build)
            if given.cache:
                shutil.copytree(given.cache, root / ".cache")
            count = len(list((root / "docs").rglob("*.md")))
            build = cost([sys.executable, "-m", "mkdocs", "build", "--quiet"], root)
            built = len(list((root / "site").rglob("*.html")))
            check = cost([*command, str(root)], root)
            share = build.processor / check.processor
            print(f"{count} pages: build {build}, {built} HTML files, exit code {build.code}; check {check}, 1/{share:.0f} of the build")


if __name__ == "__main__":
    main()
