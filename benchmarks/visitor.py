"""What a first visit costs on a slow phone: bytes, requests, times; beside the same words on the plain stack, in the same run.

    python benchmarks/visitor.py [--runs 3] [--every] [--lighthouse DIR] [--keep DIR]

Builds the site, and the same words (its plain copies) on the stack as it comes (Material with its search, its fonts and its
navigation). Chromium opens each page with an empty cache on a simulated slow phone (1.6 Mbit/s, 150 ms, processor slowed four
times): largest paint, layout shift, blocking time (what tasks take beyond 50 ms). The home page and one page of each layout, in
four languages; --every: one of each block too. --lighthouse is a folder in which `npm install lighthouse` was run: its four marks
of one page of every layout and block (of ours only); without it Lighthouse is left out. Other hosts are not reached: what the
plain stack asks of them is counted as a request and not as bytes. On a busy machine read the ratios.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path[0:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

import lighthouse
from peers import plain

from page_list import NAMES, with_block
from page_list import page as written
from sitekit import languages
from sitekit.blocks.registry import BLOCKS
from sitekit.frontmatter import KINDS
from sitekit.pages import address
from sitekit.search_engines import EXAMPLE_ADDRESS

LANGUAGES = languages.load(ROOT)
#: One page of each layout (the home page is one), and one with each block.
LAYOUTS = list(dict.fromkeys(next(name for name in NAMES if written(name).header.kind == kind) for kind in KINDS))
ALL = list(dict.fromkeys([*LAYOUTS, *(with_block(block)[0] for block in (*BLOCKS, "plot") if with_block(block))]))
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
#: Bytes a second, and milliseconds until an answer begins; how much slower the processor is.
SPEED, LATENCY, SLOWER = 200_000, 150, 4
#: What has to be reached: largest paint in ms on a home page and on others, blocking time in ms.
BOUNDS = {"home": 1800, "inside": 1500, "blocking": 50}
PICTURES = (".avif", ".webp", ".jpg", ".png", ".svg")
PACKED = {".html", ".css", ".js", ".json", ".svg", ".webmanifest", ".xml"}
OBSERVE = """
window.seen = { largest: 0, shift: 0, blocking: 0 };
const watch = (type, take) => new PerformanceObserver(list => list.getEntries().forEach(take)).observe({ type, buffered: true });
watch('largest-contentful-paint', entry => { window.seen.largest = entry.startTime; });
watch('layout-shift', entry => { if (!entry.hadRecentInput) window.seen.shift += entry.value; });
watch('longtask', entry => { window.seen.blocking += Math.max(0, entry.duration - 50); });
"""


@dataclass
class Visit:
    """One first visit: bytes besides pictures, requests, and times in ms (`shift` has no unit)."""

    size: int
    requests: int
    largest: float
    shift: float
    blocking: float


class Host(http.server.SimpleHTTPRequestHandler):
    """A host that packs texts; notes bytes by path."""

    sent: dict[str, int]
    protocol_version = "HTTP/1.1"  # a line stays open, as with every host

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is the base class's)
        """Say nothing."""

    def do_GET(self) -> None:
        """Send a file, packed if it is text."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        data = path.read_bytes() if found else b""
        packed = path.suffix in PACKED
        data = gzip.compress(data, 6) if packed else data
        self.sent[self.path] = len(data)
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(data)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(data)


class Server(http.server.ThreadingHTTPServer):
    """Says nothing of lines that a browser closed."""

    def handle_error(self, request: object, client_address: object) -> None:
        """A closed line is no fault; everything else is told."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def serve(folder: Path, sent: dict[str, int]) -> str:
    """Serve `folder`, noting what is sent; its address."""
    handler = functools.partial(type("Noting", (Host,), {"sent": sent}), directory=str(folder))
    server = Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}/"


def build(folder: Path) -> Path:
    """Build the site below `folder`; where it is."""
    target = folder / "ours"
    command = [sys.executable, str(ROOT / "scripts/build_site.py"), "--output", str(target)]
    subprocess.run(command, check=True, cwd=ROOT)
    return target


def build_plain(folder: Path, ours: Path) -> Path:
    """Build the words of the site `ours` on the stack as it comes, with the same pictures as JPEG; where it is."""
    source = folder / "source"
    shutil.rmtree(source, ignore_errors=True)
    words = source / "overrides/partials/languages"
    words.mkdir(parents=True)
    shutil.copy(ROOT / "overrides/partials/languages/lo.html", words / "lo.html")
    (source / "mkdocs.yml").write_text(plain.CONFIG, "utf-8")
    used = set()
    for language in LANGUAGES.values():
        for name in NAMES:
            text = (ours / address(name, language) / "index.html.md").read_text("utf-8").replace(EXAMPLE_ADDRESS, "/")
            used |= set(re.findall(r"/(assets/pictures/[^)\s]+)", text))
            file = source / "docs" / language.code / f"{name}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
    for path in used:
        (source / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ours / path, source / "docs" / path)
    target = folder / "plain"
    subprocess.run([*plain.COMMAND, "-f", str(source / "mkdocs.yml"), "--site-dir", str(target)], check=True,
                   env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, stderr=subprocess.DEVNULL)  # fmt: skip
    return target


def visit(browser: Browser, start: str, path: str, sent: dict[str, int]) -> Visit:
    """Open one page with an empty cache."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2, is_mobile=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.route(lambda url: not url.startswith((start, "data:")), lambda route: route.abort())
    protocol = context.new_cdp_session(page)
    protocol.send("Network.emulateNetworkConditions", {"offline": False, "latency": LATENCY, "downloadThroughput": SPEED,
                                                       "uploadThroughput": SPEED})  # fmt: skip
    protocol.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(OBSERVE)
    sent.clear()
    page.goto(start + path, wait_until="networkidle", timeout=120_000)
    seen: dict[str, float] = page.evaluate("window.seen")
    while not seen["largest"]:  # on a busy machine the picture may be told of after the line is silent
        page.wait_for_timeout(200)
        seen = page.evaluate("window.seen")
    context.close()
    others = [url for url in asked if not url.split("?")[0].endswith(PICTURES) and not url.startswith("data:")]
    size = sum(bytes_ for file, bytes_ in sent.items() if not file.split("?")[0].endswith(PICTURES))
    return Visit(size, len(others), seen["largest"], seen["shift"], seen["blocking"])


def median(visits: list[Visit]) -> Visit:
    """The median of each measure."""
    return Visit(*(statistics.median(getattr(each, key) for each in visits) for key in Visit.__dataclass_fields__))


def measure(browser: Browser, folders: dict[str, Path], paths: Iterable[str], runs: int) -> dict[tuple[str, str], Visit]:
    """(ours or plain, path) → the median of `runs` visits, taken in turn so that both meet the same machine."""
    hosts = {}
    for name, folder in folders.items():
        sent: dict[str, int] = {}
        hosts[name] = (serve(folder, sent), sent)
    taken: dict[tuple[str, str], list[Visit]] = {}
    for path in paths:
        for _ in range(runs):
            for name, (start, sent) in hosts.items():
                taken.setdefault((name, path), []).append(visit(browser, start, path, sent))
    return {key: median(visits) for key, visits in taken.items()}


def report(found: dict[tuple[str, str], Visit]) -> None:
    """Print a row for each page: ours, the plain stack's, and ratios."""
    print(f"{'page':<32}{'kB':>7}{'plain':>8}{'req':>5}{'plain':>6}{'LCP ms':>8}{'plain':>7}{'shift':>7}{'plain':>7}"
          f"{'block':>7}{'plain':>7}{'bytes':>8}{'LCP':>6}")  # fmt: skip
    for (name, path), ours in found.items():
        if name != "ours":
            continue
        plain = found["plain", path]
        home = path in {address("index", language) for language in LANGUAGES.values()}
        slow = ours.largest > BOUNDS["home" if home else "inside"] or ours.blocking > BOUNDS["blocking"] or ours.shift > 0
        print(f"{'/' + path:<32}{ours.size / 1000:>7.1f}{plain.size / 1000:>8.1f}{ours.requests:>5.0f}{plain.requests:>6.0f}"
              f"{ours.largest:>8.0f}{plain.largest:>7.0f}{ours.shift:>7.3f}{plain.shift:>7.3f}{ours.blocking:>7.0f}{plain.blocking:>7.0f}"
              f"{ours.size / plain.size:>8.2f}{ours.largest / plain.largest:>6.2f}{'  over its bounds' if slow else ''}")  # fmt: skip


def marks(folder: Path, site: Path) -> None:
    """Lighthouse's marks of one page of every layout and block; says so where it is not installed."""
    found = lighthouse.program(folder)
    if not found:
        print(f"\nLighthouse is not installed in {folder}: left out")
        return
    start = serve(site, {})
    print(f"\n{'page':<41}{' '.join(key[:4] for key in lighthouse.MARKS)}{'LCP':>7}{'TBT':>7}{'CLS':>9}")
    for path in (address(name, language) for name in ALL for language in LANGUAGES.values()):
        try:
            print(lighthouse.line(path, *lighthouse.judge(found, start + path, FLAGS)), flush=True)
        except lighthouse.UnjudgedError as error:
            print(error, flush=True)


def main() -> int:
    """Build, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3, help="visits of each page; 0 leaves them out")
    parser.add_argument("--every", action="store_true", help="one page of each block too")
    parser.add_argument("--lighthouse", type=Path, default=ROOT, help="folder with node_modules/lighthouse")
    parser.add_argument("--keep", type=Path, help="folder for the built sites, which are used again if they are there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        ours = folder / "ours" if (folder / "ours").exists() else build(folder)
        sites = {"ours": ours, "plain": folder / "plain" if (folder / "plain").exists() else build_plain(folder, ours)}
        paths = [address(name, language) for language in LANGUAGES.values() for name in (ALL if options.every else LAYOUTS)]
        path = shutil.which("chromium") or shutil.which("google-chrome")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
            if options.runs:
                report(measure(browser, sites, paths, options.runs))
            browser.close()
        marks(options.lighthouse, ours)
    return 0


if __name__ == "__main__":
    sys.exit(main())
