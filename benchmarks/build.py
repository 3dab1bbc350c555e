"""How long the site takes to build, beside the plain stack, with the same generated pages in the same run.

    python benchmarks/build.py [--pages 60 400] [--starlight DIR] [--keep DIR]

Ours is `make site` with its templates, blocks, figures, search index and cards; the plain stack is MkDocs, Material and
static-i18n as they come, with the same text (figures written out). “Cold” keeps nothing of earlier builds but pictures and
cards, which are made once in the life of a picture or a title; what drawing all cards costs is printed by itself. Hugo
(`hugo` on the path) and Starlight (--starlight: a folder with `npm create astro -- --template starlight`) are left out
with a word where they are not. Processor time is that of all processes, user and system.
"""

from __future__ import annotations

import argparse
import http.client
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[0:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from peers import hugo, plain, starlight

import generated
from sitekit import site as sites

ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
CHANGES = 5


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
    return run([sys.executable, "-m", "building", "--site-dir", "site"], project, PYTHONPATH=str(project / "scripts"))


def ours(project: Path) -> dict[str, Took]:
    """Our builds of `project`: the first of all, cold, nothing changed, one page changed."""
    first = make_site(project)
    shutil.rmtree(project / ".cache/build")
    cold = make_site(project)
    same = make_site(project)
    page = project / "docs/vi/visit/page-0002.md"
    with page.open("a", encoding="utf-8") as file:
        file.write("\nMột câu nữa.\n")
    return {"first build of all, cards drawn": first, "cold": cold, "nothing changed": same, "one page changed": make_site(project)}


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
    parser.add_argument("--starlight", type=Path, help="folder with an installed Starlight")
    parser.add_argument("--keep", type=Path, help="work here and keep it")
    options = parser.parse_args()
    site = sites.load(ROOT)
    per_page: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as temporary:
        for count in options.pages:
            folder = (options.keep or Path(temporary)) / str(count)
            shutil.rmtree(folder, ignore_errors=True)
            rows = generated.pages(ROOT, count)
            mine = ours(generated.project(ROOT, folder / "ours", rows))
            stack = run(plain.COMMAND, plain.project(ROOT, site, folder / "plain", rows))
            peers = {"plain stack": stack, **hugo.measured(run, site, folder / "hugo", rows),
                     **starlight.measured(run, site, folder / "starlight", rows, options.starlight)}  # fmt: skip
            print(f"\n4 × {count} pages{'':29} wall     cpu   of the plain stack's wall, cpu")
            for name, took in {**mine, **peers}.items():
                print(f"{name:36} {took}   {took.wall / stack.wall:5.2f} {took.cpu / stack.cpu:5.2f}")
            per_page[count] = mine["cold"].cpu / (4 * count)
            print(f"one page changed, of cold: {mine['one page changed'].wall / mine['cold'].wall:.2f} of the time")
            seen = preview(folder / "ours")
            print(f"preview: a saved change is seen after {seen[len(seen) // 2]:.2f} s (median of {len(seen)}; most {seen[-1]:.2f} s)")
    if len(per_page) > 1:
        first, *_, last = per_page.values()
        print(f"\nprocessor time per page, most pages to fewest: {last / first:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
