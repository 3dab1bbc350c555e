"""What a real nginx (and Caddy, where it is installed) answers when it is told what `hosting/` says."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import pytest

from hosted_paths import MOVED, OLD
from html_page import HtmlPage
from sitekit.hosting.policy import Policy
from sitekit.languages import Language
from web_servers import Server


def _one(releases: Path, ending: str) -> str:
    files = sorted(path.relative_to(releases / "current").as_posix() for path in (releases / "current").rglob(f"*.{ending}"))
    return next(path for path in files if "404" not in path)


def _common(everywhere: dict[str, str], headers: dict[str, str]) -> None:
    for name, value in everywhere.items():
        assert headers[name.lower()] == value


def test_every_kind_of_file(server: Server, releases: Path, rules: Policy, site: Path,
                            everywhere: dict[str, str]) -> None:  # fmt: skip
    """Each kind of file comes with its type, every header of the policy and the caching its name allows."""
    there = {path.suffix[1:] for path in site.rglob("*") if path.is_file() and path.suffix}
    assert there <= set(rules.types), "a kind of file without a type"
    for ending in sorted(there):
        path = _one(releases, ending)
        answer = server.get("/" + path)
        assert answer.status == 200, path
        assert answer.headers["content-type"] == rules.types[ending], path
        assert answer.body == (releases / "current" / path).read_bytes()
        _common(everywhere, answer.headers)
        kind = "hashed" if rules.hashed(path) else {"html": "pages", "woff2": "faces"}.get(ending, "others")
        assert answer.headers["cache-control"] == rules.caching[kind], path
        assert "1." not in answer.headers.get("server", "")


def test_names_with_a_digest_are_kept_for_ever(server: Server, rules: Policy, releases: Path) -> None:
    """Pictures, cards, the theme's files and the parts of the search index are immutable; pages and their addresses never."""
    folder = releases / "current"
    for pattern in ("assets/pictures/*.avif", "assets/cards/*.jpg", "stylesheets/*.css", "search/worker.*.js", "search/vi/*/*.json"):
        path = next(folder.glob(pattern)).relative_to(folder).as_posix()
        assert "immutable" in server.get("/" + path).headers["cache-control"], path
    for path in ("/", "/vi/", "/visit/cua-lo/", "/index.html"):
        assert server.get(path).headers["cache-control"] == rules.caching["pages"]
        assert server.get(path).headers["content-type"] == "text/html; charset=utf-8"


def test_compressed_forms(server: Server, releases: Path, rules: Policy) -> None:
    """Who takes Brotli gets the .br file, who takes gzip the .gz file, others the file; caches are told that it depends."""
    ways = {"gzip": gzip.decompress, "br": brotli.decompress} if server.brotli else {"gzip": gzip.decompress}
    for path in ("/", "/visit/cua-lo/", "/" + _one(releases, "css"), "/" + _one(releases, "json"), "/places.geojson"):
        plain = server.get(path)
        assert "content-encoding" not in plain.headers
        assert "accept-encoding" in plain.headers["vary"].lower()
        for name, unpack in ways.items():
            answer = server.get(path, Accept_Encoding=name)
            assert answer.headers["content-encoding"] == name, path
            assert unpack(answer.body) == plain.body
            assert len(answer.body) < len(plain.body)
            assert answer.headers["content-type"] == plain.headers["content-type"]
            assert answer.headers["content-security-policy"] == plain.headers["content-security-policy"]
    picture = server.get("/" + _one(releases, "jpg"), Accept_Encoding="br, gzip")
    assert "content-encoding" not in picture.headers


def test_lost_pages_speak_the_language_of_the_path(server: Server, known_languages: dict[str, Language], rules: Policy,
                                                   everywhere: dict[str, str], tmp_path: Path) -> None:  # fmt: skip
    """What is not there is answered 404, in the one language that the path names, with all headers and not for long."""
    for row in known_languages.values():
        for path in (f"/{row.prefix}no/such/page/", f"/{row.prefix}no-such.0123456789.avif", f"/{row.prefix}no-such-page"):
            answer = server.get(path)
            assert answer.status == 404, path
            assert answer.headers["content-type"] == "text/html; charset=utf-8"
            assert answer.headers["cache-control"] == rules.caching["pages"]
            _common(everywhere, answer.headers)
            (tmp_path / "page.html").write_bytes(answer.body)
            page = HtmlPage(tmp_path / "page.html")
            assert page.find("html")[0]["lang"] == row.tag
            assert row.prefix == "" or [each["lang"] for each in page.find("section")] == [row.tag]


@pytest.mark.parametrize("path", ["/assets/", "/assets/pictures/", "/search/", "/_headers", "/_redirects", "/index.html.br",
                                  "/index.html.gz", "/.git/config", "/.htaccess", "/..%2f..%2fetc/passwd",
                                  "/%2e%2e/previous/" + OLD])  # fmt: skip
def test_nothing_else_is_shown(server: Server, path: str) -> None:
    """No list of a folder, no file for the host itself, nothing hidden, nothing outside the release."""
    answer = server.get(path)
    assert answer.status in {400, 404}
    assert b"Index of" not in answer.body


def test_old_addresses(server: Server) -> None:
    """An address of a page that moved is sent on for ever, in its language; a forgotten slash too, on the same host."""
    for old, new in MOVED.items():
        for path in (old, old + "index.html"):
            answer = server.get("/" + path)
            assert (answer.status, answer.headers["location"]) == (301, "/" + new)
    answer = server.get("/visit/cua-lo")
    assert answer.status in {301, 308}
    assert answer.headers["location"] in {"/visit/cua-lo/", "cua-lo/"}


def test_files_of_the_release_before(server: Server) -> None:
    """A page opened just before a new release still gets its pictures; only names with a digest reach back."""
    answer = server.get("/" + OLD)
    assert (answer.status, answer.body) == (200, b"old")
    assert "immutable" in answer.headers["cache-control"]
