"""What is written for hosts from one policy, and what keeps old addresses alive."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

import published_pages
import small_project
import write_hosting
from conftest import run_build
from html_page import HtmlPage
from sitekit.audit.built import Built
from sitekit.hosting import in_page, inline, pages_hosts, redirects
from sitekit.hosting.policy import Policy
from sitekit.languages import Language
from sitekit.pages import Pages


def test_committed_files_are_up_to_date(root: Path, site: Path) -> None:
    """The files of `hosting/` are what `make hosting` writes for the site as it is built now."""
    for name, text in write_hosting.texts(root, site).items():
        assert (root / "hosting" / name).read_text("utf-8") == text, f"run make hosting: {name}"


def test_a_new_inline_script_is_told(root: Path, site: Path, tmp_path: Path) -> None:
    """A page with another inline script changes the policy of every host, which `--check` and publishing notice."""
    (tmp_path / "index.html").write_text("<script>one()</script><script type=application/ld+json>{}</script><style>a{}</style>", "utf-8")
    found = inline.site(tmp_path)
    assert found == inline.Digests((inline.digest("one()"),), (inline.digest("a{}"),))
    assert not set(found.scripts) & set(inline.site(site).scripts)
    (tmp_path / "_headers").write_text("", "utf-8")
    (tmp_path / "_redirects").write_text("", "utf-8")
    assert found.scripts[0] in write_hosting.texts(root, tmp_path)["nginx.conf"]
    assert write_hosting.main(["--check", "--site", str(tmp_path)]) == 1

DIGEST = re.compile(r"'sha256-[\w+/]{43}='")


def test_policy_is_strict(rules: Policy, site: Path) -> None:
    """The policy names no other host, allows nothing inline but by digest, and starts from nothing."""
    sources = {source for row in rules.csp.values() for source in row}
    by_digest = {source for source in sources if DIGEST.fullmatch(source)}
    assert sources - by_digest == {"'none'", "'self'", "data:"}
    assert len(by_digest) == 1, "the rules by which pages are fetched ahead"
    assert [name for name, row in rules.csp.items() if "data:" in row] == ["img-src"]
    assert rules.csp["default-src"] == ["'none'"]
    assert all(DIGEST.fullmatch(each) for each in inline.site(site).scripts)


def test_each_page_says_its_own_policy(site: Path, rules: Policy) -> None:
    """Every page carries the policy before anything it governs, with the digests of exactly its own inline scripts."""
    for file in site.rglob("*.html"):
        text = file.read_text("utf-8")
        head = text[: text.index("Content-Security-Policy")]
        assert not re.search(r"<(link|script|style|img|base)\b", head), file
        (said,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
        assert unescape(said) == rules.content_security_policy(inline.of(text), in_page=True), file
        assert "frame-ancestors" not in said
        for _, attributes in HtmlPage(file).tags:
            assert "style" not in attributes, file
            assert not [name for name in attributes if name.startswith("on")], file


def test_folders_that_never_change(rules: Policy) -> None:
    """`_headers` freezes a folder only when every file in it has a digest in its name or in its folder's."""
    files = ["a/x.0123456789.jpg", "a/b/y.0123456789.jpg", "c/x.0123456789.jpg", "c/plain.jpg", "d/0123456789/1.json", "index.html"]
    assert pages_hosts.frozen(rules, files) == ["a", "d"]


def test_headers_file_keeps_the_limits_of_hosts(root: Path) -> None:
    """At most 100 rules and 2,000 characters a line, the limits of Cloudflare Pages; no rule names Cache-Control twice for a path."""
    lines = (root / "hosting/_headers").read_text("utf-8").splitlines()
    assert len([line for line in lines if line.startswith("/")]) <= 100
    assert max(map(len, lines)) <= 2000


def test_a_page_that_disappears_stops_the_build(tmp_path: Path) -> None:
    """A published page that is gone stops the build with a message; with one line in data/redirects.yml it is sent on everywhere."""
    project = small_project.make(tmp_path / "project")
    with (project / "data/published.txt").open("a", encoding="utf-8") as file:
        file.write("visit/old-beach\n")
    result = run_build(project, tmp_path / "out", NO_MKDOCS_2_WARNING="1")
    assert result.returncode != 0
    said = result.stdout + result.stderr
    assert "visit/old-beach" in said
    assert "data/redirects.yml" in said
    assert not (tmp_path / "out").exists()
    (project / "data/redirects.yml").write_text("visit/old-beach: visit/cua-lo\n", "utf-8")
    result = run_build(project, tmp_path / "out", NO_MKDOCS_2_WARNING="1")
    assert result.returncode == 0, result.stderr
    for prefix in ("", "vi/", "lo/", "zh/"):
        page = HtmlPage(tmp_path / "out" / prefix / "visit/old-beach/index.html")
        target = f"https://nghean.example/{prefix}visit/cua-lo/"
        assert page.find("meta", http_equiv="refresh", content=f"0; url={target}")
        assert page.find("link", rel="canonical", href=target)
        assert page.find("meta", name="robots", content="noindex")
    assert "/lo/visit/old-beach/ /lo/visit/cua-lo/ 301\n" in (tmp_path / "out/_redirects").read_text("utf-8")
    assert not [address for address in Built(tmp_path / "out").pages if "old-beach" in address]
    assert "old-beach" not in (tmp_path / "out/sitemap-en.xml").read_text("utf-8")


@pytest.mark.parametrize(("moved", "expected"), [
    ("old/place: visit/cua-lo", []),
    ("old/place: visit/cua-loo", ["redirect-nowhere"]),
    ("visit/cua-lo: visit/index", ["redirect-of-page"]),
    ("old/place: older/place\nolder/place: visit/cua-lo", ["redirect-nowhere"]),
    ("old/place: older/place\nolder/place: old/place", ["redirect-nowhere", "redirect-nowhere"]),
])  # fmt: skip
def test_redirects_lead_somewhere(tmp_path: Path, pages: Pages, moved: str, expected: list[str]) -> None:
    """A redirect leads to a page at once: not to nothing, not through another redirect, not in a circle, not away from a page."""
    (tmp_path / "data").mkdir()
    (tmp_path / redirects.FILE).write_text(moved + "\n", "utf-8")
    assert [problem.rule for problem in redirects.problems(tmp_path, pages)] == expected


def test_every_page_is_listed_as_published(root: Path, known_languages: dict[str, Language]) -> None:
    """Every page stands in data/published.txt, or a later change of its name would be noticed by nobody."""
    assert redirects.unlisted(root, Pages(root, known_languages)) == [], "run python scripts/published_pages.py --add"
    assert published_pages.main([]) == 0


def test_page_without_charset_is_left_alone(rules: Policy) -> None:
    """Only a page that says its charset is given a policy; other text is not touched."""
    assert in_page.insert("<p>no head</p>", rules) == "<p>no head</p>"
