"""The audit finds nothing on the site as built, and each fault on a copy that was broken on purpose."""

from __future__ import annotations

import base64
import functools
import json
import os
import random
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import audit_site
from conftest import ROOT
from sitekit import html_tree
from sitekit.audit.audits import AUDITS
from sitekit.audit.built import Built
from sitekit.problems import sentences
from sitekit.weights import limits

Change = Callable[[str], str]
PAGE, HOME, LAO = "visit/cua-lo/index.html", "index.html", "lo/visit/cua-lo/index.html"
BASE = "https://nghean.example/"
#: Audits of what other parts of the build put into the head of a page, by those parts.
PARTS = {"cards": "head_cards.html", "feeds": "head_feeds.html"}
OTHERS = {name for name, part in PARTS.items() if not (ROOT / "overrides/partials/site" / part).exists()}


@pytest.fixture(scope="module", autouse=True)
def read_once() -> Iterator[None]:
    """Parse each text once: the copies differ from the site in one file each."""
    whole = html_tree.parse
    html_tree.parse = functools.lru_cache(maxsize=2000)(whole)
    yield
    html_tree.parse = whole


@pytest.fixture
def broken(site: Path, tmp_path: Path) -> Callable[..., Built]:
    """A copy of the site in which some files are changed (their text given to a function) or gone (None)."""
    def make(**changes: Change | None) -> Built:
        copy = tmp_path / "site"
        shutil.copytree(site, copy, copy_function=os.link)
        for file, change in changes.items():
            path = copy / file
            text = path.read_text("utf-8") if path.exists() else ""
            path.unlink(missing_ok=True)  # it is the same file as the site's
            if change:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(change(text), "utf-8")
        return Built(copy)
    return make


def _swap(pattern: str, new: str, count: int = 1) -> Change:
    """Replaces what `pattern` matches, and makes sure that it matches."""
    def change(text: str) -> str:
        found, times = re.subn(pattern, new, text, count=count, flags=re.DOTALL)
        assert times, pattern
        return found
    return change


def _data(change: Callable[[list[dict[str, object]]], object]) -> Change:
    """Changes the nodes of a page's structured data."""
    def whole(text: str) -> str:
        match = re.search(r'(<script type="application/ld\+json">)(.*?)(</script>)', text, re.DOTALL)
        assert match
        read = json.loads(match[2])
        change(read["@graph"])
        return text[: match.start(2)] + json.dumps(read) + text[match.end(2) :]
    return whole


def _node(kind: str, **values: object) -> Change:
    """Changes (or with None removes) values of the first node of type `kind`."""
    def change(graph: list[dict[str, object]]) -> None:
        node = next(each for each in graph if kind in ([each["@type"]] if isinstance(each["@type"], str) else each["@type"]))  # type: ignore[operator]
        node |= values
        for key, value in values.items():
            if value is None:
                del node[key]
    return _data(change)


#: Text that no packing makes much shorter.
NOISE = base64.b64encode(random.Random("noise").randbytes(45_000)).decode()
#: Files that a page may ask for at once.
MORE = ("robots.txt", "llms.txt", "feed.atom", "feed.json", "404.html")
ASKED = "".join(f'<link rel="modulepreload" href="../../{file}">' for file in MORE)
LINKED = '<link rel="stylesheet" href="../../stylesheets/more.css"></head>'

#: audit, changed files, rules that must be among those found.
FAULTS: list[tuple[str, dict[str, Change | None], set[str]]] = [
    ("links", {PAGE: _swap(r'href="../kim-lien/"', 'href="../kim-lion/"')}, {"lost-link"}),
    ("links", {PAGE: _swap(r'href="../kim-lien/"', 'href="../kim-lien/#no-such-place"')}, {"lost-anchor"}),
    ("links", {PAGE: _swap(r'srcset="[^ "]+', 'srcset="../../assets/pictures/gone-400.0123456789.avif')}, {"lost-link"}),
    ("links", {"zh/llms.txt": _swap(r"zh/visit/index", "zh/visits/index")}, {"lost-link"}),
    ("links", {PAGE: _swap("<h1>", f'<a href="{BASE}vi/nowhere/">x</a><h1>')}, {"lost-link"}),
    ("orphans", {"secret/index.html": lambda _: '<html lang="en"><head></head><body><h1>x</h1></body></html>'}, {"orphan-page"}),
    ("translations", {LAO: _swap(r'<link rel="alternate " hreflang="vi"[^>]*>', "")}, {"alternate-not-returned"}),
    ("translations", {LAO: _swap(r'<link rel="alternate " hreflang="lo"[^>]*>', "")}, {"alternate-missing"}),
    ("translations", {PAGE: _swap(r'<link rel="alternate " hreflang="x-default"[^>]*>', "")}, {"alternate-missing"}),
    ("translations", {PAGE: _swap(r'(hreflang="vi" href=")[^"]*', r"\g<1>../../vi/visit/cua-lo/")}, {"alternate-lost"}),
    ("translations", {LAO: _swap(r'<html lang="lo"', '<html lang="th"')}, {"alternate-language"}),
    ("translations", {PAGE: _swap(r'(rel="canonical" href=")[^"]*', r"\g<1>" + BASE)}, {"other-canonical"}),
    ("translations", {LAO: _swap("<meta name=\"description\"", '<meta name="robots" content="noindex"><meta name="description"')},
     {"alternate-claimed"}),
    ("headings", {PAGE: _swap("<h1>", "<h1>Again</h1><h1>")}, {"one-heading"}),
    ("headings", {LAO: _swap("<h1>.*?</h1>", "<h1> </h1>")}, {"one-heading"}),
    ("titles", {PAGE: _swap("<title>.*?</title>", "<title>Sea</title>")}, {"built-title-length"}),
    ("titles", {PAGE: _swap(r'(name="description" content=")[^"]*', r"\g<1>" + "long " * 40)}, {"built-description-length"}),
    ("titles", {file: _swap(r"<title>.*?</title>", "<title>The same title</title>") for file in (PAGE, "visit/vinh/index.html")},
     {"title-twice"}),
    ("titles", {file: _swap(r'(name="description" content=")[^"]*', r"\g<1>" + "the same words " * 8)
                for file in (PAGE, "visit/vinh/index.html")}, {"description-twice"}),
    ("pictures", {PAGE: _swap(r'(<img [^>]*?) alt="[^"]*"', r"\1")}, {"picture-untold"}),
    ("structured-data", {PAGE: _swap(r'(<script type="application/ld\+json">)', r"\1{")}, {"data-unreadable"}),
    ("structured-data", {PAGE: _swap(r'<script type="application/ld\+json">.*?</script>', "")}, {"data-missing"}),
    ("structured-data", {PAGE: _node("Beach", **{"@type": "Beech"})}, {"data-type"}),
    ("structured-data", {PAGE: _node("Beach", startDate="2027-01-01")}, {"data-property"}),
    ("structured-data", {PAGE: _node("Beach", address=12)}, {"data-value"}),
    ("structured-data", {PAGE: _node("ImageObject", contentUrl=None)}, {"data-required"}),
    ("structured-data", {PAGE: _node("ImageObject", creditText=None)}, {"data-recommended"}),
    ("structured-data", {PAGE: _node("Beach", containedInPlace={"@id": BASE + "#nowhere"})}, {"data-lost"}),
    ("sitemaps", {"robots.txt": lambda _: "User-agent: *\nAllow: /\n"}, {"robots-silent"}),
    ("sitemaps", {"sitemap.xml": lambda text: text[:-20]}, {"sitemap-unreadable"}),
    ("sitemaps", {"sitemap-lo.xml": None}, {"sitemap-unreadable", "sitemap-gap"}),
    ("sitemaps", {"sitemap-zh.xml": _swap("zh/visit/vinh/</loc>", "zh/visit/wien/</loc>")}, {"sitemap-lost-page", "sitemap-gap"}),
    ("sitemaps", {"sitemap-vi.xml": _swap(r'<xhtml:link rel="alternate" hreflang="lo"[^>]*>', "")}, {"sitemap-alternates"}),
    ("sitemaps", {"sitemap-pictures.xml": _swap(r"cua-lo-beach-2000", "cua-lo-beach-9000")}, {"sitemap-lost-picture"}),
    ("sitemaps", {"sitemap-en.xml": _swap(r"<lastmod>[^<]*", "<lastmod>yesterday")}, {"sitemap-date"}),
    ("copies", {"lo/llms.txt": lambda text: text[2:]}, {"list-untitled"}),
    ("copies", {"visit/cua-lo/index.html.md": None}, {"copy-missing"}),
    ("copies", {"llms.txt": _swap(r"- \[[^\]]*\]\([^)]*visit/cua-lo/index.html.md\)", "- ")}, {"copy-unlisted"}),
    ("addresses", {PAGE: _swap("<h1>", '<h1><a href="http://localhost:8000/x">x</a>')}, {"local-address"}),
    ("addresses", {"llms.txt": lambda text: text + "http://127.0.0.1:8000/\n"}, {"local-address"}),
    ("weights", {PAGE: _swap("<h1>", f"<p>{NOISE}</p><h1>")}, {"weight-html", "weight-total"}),
    ("weights", {"stylesheets/more.css": lambda _: f".a{{--a:'{NOISE}'}}",
                 PAGE: _swap("</head>", LINKED)}, {"weight-css", "weight-total"}),
    ("weights", {PAGE: _swap("</head>", f"<script>'{NOISE[:6000]}'</script></head>")}, {"weight-script"}),
    ("weights", {PAGE: _swap("</head>", ASKED + "</head>")}, {"weight-requests"}),
]  # fmt: skip


def test_an_exception_that_is_not_needed_is_reported(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that keeps to what holds for all needs no limits of its own, and one that is gone needs none either."""
    rows = [{"pages": ["visit/cua-lo", "visit/gone"], "why": "none", "html": {"other": 99}}]
    table = {**limits.table(), "exceptions": limits.table()["exceptions"] + rows}
    monkeypatch.setattr(limits, "table", lambda: table)
    found = [(each.rule, each.words["page"]) for each in AUDITS["weights"](Built(site)) if each.rule == "weight-needless"]
    assert found == [("weight-needless", "visit/cua-lo"), ("weight-needless", "visit/gone")]


@pytest.mark.parametrize("name", sorted(set(AUDITS) - OTHERS))
def test_the_site_as_built_is_sound(site: Path, name: str) -> None:
    """No audit finds anything on the site as it is built."""
    assert [problem.text("en") for problem in AUDITS[name](Built(site))] == []


@pytest.mark.parametrize(("name", "changes", "rules"), FAULTS)
def test_each_fault_is_found(name: str, changes: dict[str, Change | None], rules: set[str], broken: Callable[..., Built]) -> None:
    """A copy that is broken in one way is answered with the rule for it, naming the file."""
    found = AUDITS[name](broken(**changes))
    assert rules <= {problem.rule for problem in found}
    assert all(problem.text("vi") and problem.text("en") for problem in found)


def test_every_fault_is_tried() -> None:
    """Each message about a built site is provoked by a test here; one that needs an exception by a test of its own."""
    tried = {rule for _, _, rules in FAULTS for rule in rules} | {"no-site", "audit-fault", "weight-needless"}
    text = (ROOT / "data/messages/audit.yml").read_text("utf-8")
    rules = {rule for rule in re.findall(r"^([a-z-]+):", text, re.MULTILINE) if not rule.startswith(("card-", "feed-", "calendar-"))}
    assert rules == tried <= set(sentences())


def test_exit_codes(site: Path, tmp_path: Path, broken: Callable[..., Built], capsys: pytest.CaptureFixture[str],
                    monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    """0 nothing to mend, 1 something, 2 no built site or an unknown word, 3 a fault of the tool; messages in both languages."""
    assert audit_site.main(["--site", str(site), "--only", "headings", "--lang", "en"]) == 0
    assert "ok   one main heading on every page" in capsys.readouterr().out
    bad = broken(**{PAGE: _swap("<h1>", "<h1>Again</h1><h1>")})
    assert audit_site.main(["--site", str(bad.folder), "--only", "headings"]) == 1
    printed = capsys.readouterr()
    assert "1    mỗi trang một tiêu đề chính" in printed.out
    assert f"{PAGE}  [one-heading]" in printed.err
    assert audit_site.main(["--site", str(tmp_path / "nothing")]) == 2
    assert "[no-site]" in capsys.readouterr().err
    with pytest.raises(SystemExit) as usage:
        audit_site.main(["--only", "everything"])
    assert usage.value.code == 2
    monkeypatch.setitem(AUDITS, "headings", lambda built: [1 / 0])
    assert audit_site.main(["--site", str(site), "--only", "headings"]) == 3
    assert "[audit-fault]" in capsys.readouterr().err


def test_an_audit_changes_nothing(site: Path) -> None:
    """The audit only reads: every file of the site is as it was."""
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*")}
    audit_site.main(["--site", str(site), "--only", "headings", "--only", "copies"])
    assert {path: path.stat().st_mtime_ns for path in site.rglob("*")} == before
