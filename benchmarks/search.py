"""What search costs a visitor: bytes and time, beside the stock search of the stack and Pagefind, in the same run.

    python benchmarks/search.py [--pages 600] [--pagefind DIR] [--keep DIR]

Builds the site as it is, and a copy with so many generated pages a language (the real pages under new names, their
paragraphs shuffled); the stock search comes with the plain stack, which is given the same words; Pagefind indexes our build. Then Chromium
visits on a simulated slow phone (1.6 Mbit/s, 150 ms, processor slowed four times), opens search, types a query and
waits for the first result. --pagefind is a folder in which `npm install pagefind` was run. Nothing slows a worker, so the
time of a query is what it takes here, four times, once the parts that it needs have come.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import gzip
import http.server
import json
import os
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

sys.path[0:0] = [str(Path(__file__).resolve().parent.parent / each) for each in ("scripts", "tests")]

from peers import plain

ROOT = Path(__file__).resolve().parent.parent
CODES = ("en", "vi", "lo", "zh")
QUERIES = {"en": "beach", "vi": "cua lo", "lo": "ວິງ", "zh": "荣市"}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
RUNS = 3
#: The slow phone's line: bytes a second, and seconds until an answer begins.
SPEED = 200_000
LATENCY = 0.15
PARTS = ("docs", "data", "overrides", "scripts", "mkdocs.yml", ".cache")


def project(folder: Path, pages: int) -> Path:
    """A copy of the project in `folder` with `pages` generated pages a language; without cards, which search does not need."""
    shutil.rmtree(folder, ignore_errors=True)
    for part in PARTS:
        source = ROOT / part
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / part)
    chance = random.Random(1)
    for code in CODES:
        real = [file for file in sorted((folder / "docs" / code).rglob("*.md")) if file.stem not in {"index", "site-index"}]
        for number in range(pages):
            file = real[number % len(real)]
            head, body = file.read_text("utf-8").split("\n---\n", 1)
            blocks = body.strip().split("\n\n")
            chance.shuffle(blocks)
            title = re.search(r"^title: (.*)$", head, flags=re.MULTILINE)
            if title:
                name = json.dumps(f"{title[1].strip(chr(34))} {number}", ensure_ascii=False)
                head = head.replace(title[0], f"title: {name}")
            target = file.parent / f"{file.stem}-{number}.md"
            target.write_text(f"{head}\n---\n\n" + "\n\n".join(blocks) + "\n", "utf-8")
    output = folder / "scripts/sitekit/output.py"
    output.write_text(output.read_text("utf-8").replace("        work.add(lambda: cards.write(site, folder)),\n", ""), "utf-8")
    return folder


def stock(folder: Path, site: Path) -> Path:
    """The stack as it comes in `folder`, with the words of our `site`: its plain copies, figures and tables written out."""
    shutil.rmtree(folder, ignore_errors=True)
    words = folder / "overrides/partials/languages"
    words.mkdir(parents=True)
    shutil.copy(ROOT / "overrides/partials/languages/lo.html", words / "lo.html")
    (folder / "mkdocs.yml").write_text(plain.CONFIG, "utf-8")
    for file in site.rglob("index.html.md"):
        path = file.relative_to(site)
        code = path.parts[0] if path.parts[0] in CODES else "en"
        inner = path.relative_to(code) if path.parts[0] == code else path
        target = folder / "docs" / code / inner.parent / "index.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    return folder


def build(folder: Path, *command: str) -> tuple[Path, float]:
    """The site of the project in `folder`, and the processor seconds it took; what an earlier run kept is not built again."""
    told = folder / "seconds.txt"
    if not told.exists():
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *command], cwd=folder, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        told.write_text(str(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime), "utf-8")
    return folder / "site", float(told.read_text("utf-8"))


def index_seconds(folder: Path) -> float:
    """Processor seconds that writing our indexes takes, for the project built in `folder`."""
    code = ("import sys, time; sys.path.insert(0, 'scripts'); from pathlib import Path; from sitekit import site, pictures_step\n"
            "from sitekit.page_files import PageFiles; from sitekit.search import writing\n"
            "root = Path('.'); found, folder = site.load(root, pictures_step.manifest(root)), root / 'site'\n"
            "start = time.process_time(); writing.programs_of(folder)\n"
            "[writing.write(PageFiles(found, each, folder), '') for each in found.languages]\n"
            "print(time.process_time() - start)")  # fmt: skip
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, check=True, capture_output=True, text=True,
                          env={**os.environ, "SITE_CACHE": "off"})  # fmt: skip
    return float(done.stdout)


class Line:
    """A slow line that all requests share: what is asked for comes after `LATENCY`, at `SPEED`."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.free = 0.0

    def wait(self, count: int) -> None:
        """Return when `count` more bytes have come through."""
        with self.lock:
            self.free = max(self.free, time.monotonic()) + count / SPEED
            until = self.free
        time.sleep(max(0.0, until - time.monotonic()))


class _Compressed(http.server.SimpleHTTPRequestHandler):
    """Serves text compressed, as hosts do; over a slow line if there is one, for pages and workers alike."""

    line: Line | None = None

    def log_message(self, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer with gzip where that helps."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        packed = path.suffix in {".html", ".css", ".js", ".json", ".svg", ".xml"}
        data = gzip.compress(data, 6, mtime=0) if packed else data
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        if self.line:
            time.sleep(LATENCY)
        self.end_headers()
        for at in range(0, len(data), 4096):
            if self.line:
                self.line.wait(len(data[at : at + 4096]))
            with contextlib.suppress(ConnectionError):  # the browser has gone on
                self.wfile.write(data[at : at + 4096])


def serve(folder: Path, slow: bool) -> tuple[http.server.ThreadingHTTPServer, str]:
    """A server of `folder` and its address."""
    handler = type("Handler", (_Compressed,), {"line": Line() if slow else None})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}/"


def visit(browser: Browser, address: str, code: str, kind: str) -> dict[str, float]:
    """Bytes of search on page load and for the first query, and milliseconds to the first result on a slow phone."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, bypass_csp=True)  # Pagefind needs WebAssembly
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    weights: dict[str, int] = {}
    unasked: set[str] = set()
    page.on("request", lambda request: unasked.add(request.url) if not opened else None)
    opened: list[bool] = []
    page.on("response", lambda response: weights.update({response.url: int(response.headers.get("content-length", 0))}))
    prefix = "" if code == "en" else f"{code}/"
    start = time.perf_counter()
    page.goto(address + prefix, wait_until="domcontentloaded")
    # every search waits for its script: the box is there when that has run
    if kind == "pagefind":
        # as our own box does it: loading begins when somebody opens search, and goes on while they type
        page.evaluate(
            """base => { window.pf = import(base + 'pagefind/pagefind.js').then(async found => { await found.init(); return found; });
               document.body.prepend(Object.assign(document.createElement('input'), {id: 'pagefind'}));
               document.getElementById('pagefind').focus(); }""",
            address,
        )
        opened.append(True)
        page.keyboard.type(QUERIES[code])
        page.evaluate(
            "async query => { const found = await (await window.pf).search(query); await found.results[0]?.data(); }", QUERIES[code]
        )
        first = time.perf_counter() - start
    else:
        page.wait_for_function("document.documentElement.classList.contains('js')")
        opened.append(True)
        page.evaluate("document.getElementById('__search').checked = true; document.querySelector('.md-search__input').focus()")
        page.keyboard.type(QUERIES[code])
        page.locator(".md-search-result__item").first.wait_for(state="attached", timeout=120_000)
        first = time.perf_counter() - start
        page.wait_for_timeout(200)
    sizes = {url: size for url, size in weights.items() if ("search" in url or "lunr" in url or "pagefind" in url) and ".css" not in url}
    context.close()
    # what was asked for before anybody opened search, though it may have come later
    on_load = 0 if kind == "pagefind" else sum(size for url, size in sizes.items() if url in unasked)
    return {"load": on_load, "query": sum(sizes.values()) - on_load, "first": first * 1000}


def per_query(browser: Browser, address: str, code: str) -> float:
    """Median milliseconds from a question of the test set to its answer, listed and laid out; taken four times: a slow phone.

    The parts of the index are there, and the page has shown the last answer: what the line and a screen take is not counted.
    """
    queries = [query for kinds in _cases()[code].values() for queries in kinds.values() for query in queries][::10]
    context = browser.new_context(viewport={"width": 390, "height": 844}, bypass_csp=True)
    page = context.new_page()
    page.goto(address + ("" if code == "en" else f"{code}/"))
    page.wait_for_function("document.documentElement.classList.contains('js')")
    page.evaluate("document.getElementById('__search').checked = true; document.querySelector('.md-search__input').focus()")
    page.wait_for_function("window.siteSearch")
    times: list[float] = page.evaluate(
        """async queries => {
      const box = window.siteSearch, times = [];
      const ask = query => new Promise(done => {
        const hear = ({data}) => { if (data.id === box.asked && !data.more) { box.worker.removeEventListener('message', hear); done(); } };
        box.worker.addEventListener('message', hear);
        box.asked += 1;
        box.worker.postMessage({ query, id: box.asked });
      });
      const shown = async () => { for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame); };
      for (const query of queries) {
        await ask(query);  // the parts come
        await ask("—");  // another list stands there meanwhile
        await shown();
        const start = performance.now();
        await ask(query);
        box.list.getBoundingClientRect();
        times.push(performance.now() - start);
      }
      return times; }""",
        queries,
    )
    context.close()
    return 4 * statistics.median(times)


def _cases() -> dict[str, Any]:
    import yaml  # noqa: PLC0415 (only here)

    cases: dict[str, Any] = yaml.safe_load((ROOT / "tests/search/queries.yml").read_text("utf-8"))
    return cases


def weight(site: Path, code: str) -> tuple[int, float, float]:
    """Parts of the index of a language, the largest of them and all of them together in kB (gzip)."""
    sizes = [len(gzip.compress(file.read_bytes(), 6)) for file in (site / "search" / code).rglob("*.json")]
    return len(sizes), max(sizes) / 1000, sum(sizes) / 1000


def measure(browser: Browser, workspace: Path, pages: int, pagefind: Path | None) -> dict[str, float]:
    """Build and print one size; kB of index a page, by language."""
    ours, theirs = workspace / f"ours-{pages}", workspace / f"stock-{pages}"
    if not (ours / "seconds.txt").exists():
        project(ours, pages)
    site, seconds = build(ours, "scripts/build_site.py", "--no-cache")
    writing = index_seconds(ours)
    if not (theirs / "seconds.txt").exists():
        stock(theirs, site)
    stock_site, stock_seconds = build(theirs, "-m", "mkdocs", "build", "--quiet")
    share = f"{writing:.2f} s = {writing / seconds:.1%}"
    built = sum(1 for file in (ours / "docs").rglob("*.md") if file.stem != "site-index")
    print(f"\n{built} pages in four languages: build {seconds:.1f} s of the processor, our indexes {share}; stock {stock_seconds:.1f} s")
    growth = {}
    for code in CODES:
        parts, largest, whole = weight(site, code)
        growth[code] = whole * len(CODES) / built
        print(f"index of {code}: {parts} parts, the largest {largest:.1f} kB, all {whole:.0f} kB, {growth[code]:.1f} kB a page")
    kinds = {"ours": site, "stock": stock_site}
    if pagefind:
        target = workspace / f"pagefind-{pages}"
        if not target.exists():
            shutil.copytree(site, target)
            command = ["npx", "--prefix", str(pagefind), "pagefind", "--site", str(target)]
            subprocess.run(command, check=True, capture_output=True, cwd=pagefind)
        kinds["pagefind"] = target
    print(f"{'':10}{'':6}{'page load':>12}{'first query':>14}{'first result':>15}{'per query (CPU ÷4)':>22}")
    for kind, folder in kinds.items():
        server, address = serve(folder, slow=True)
        fast, near = serve(folder, slow=False)
        for code in CODES:
            runs = [visit(browser, address, code, kind) for _ in range(RUNS)]
            median = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
            query = f"{per_query(browser, near, code):.0f} ms" if kind == "ours" else ""
            load, asked, first = (median[key] / 1000 for key in ("load", "query", "first"))
            print(f"{kind:10}{code:6}{load:>9.1f} kB{asked:>11.1f} kB{first:>13.2f} s{query:>22}", flush=True)
        server.shutdown()
        fast.shutdown()
    return growth


def main(argv: list[str] | None = None) -> int:
    """Measure the site as it is and with generated pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=600, help="generated pages a language (default 600)")
    parser.add_argument("--pagefind", type=Path, help="folder with node_modules/pagefind")
    parser.add_argument("--keep", type=Path, help="folder for the built sites, used again by the next run")
    options = parser.parse_args(argv)
    path = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        few, many = (measure(browser, options.keep or Path(name), pages, options.pagefind) for pages in (0, options.pages))
        browser.close()
    print("\nindex a page, most pages to fewest:", ", ".join(f"{code} {many[code] / few[code]:.2f}" for code in CODES))
    return 0


if __name__ == "__main__":
    sys.exit(main())
