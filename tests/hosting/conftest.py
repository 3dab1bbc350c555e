"""The built site as releases on a server: a sample of its pages, all of its other files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hosted_paths import MOVED, OLD
from sitekit import languages
from sitekit.hosting import caddy, inline, nginx, policy
from sitekit.hosting.policy import Policy
from sitekit.publishing import release
from web_servers import SERVERS, Server


@pytest.fixture(scope="session")
def rules(root: Path) -> Policy:
    """The policy."""
    return policy.load(root)


@pytest.fixture(scope="session")
def everywhere(rules: Policy, site: Path) -> dict[str, str]:
    """The headers that every answer carries."""
    return rules.all_headers(inline.site(site))


@pytest.fixture(scope="session")
def releases(site: Path, rules: Policy, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the links current and previous."""
    folder = tmp_path_factory.mktemp("releases")
    sample = folder / "sample"
    for file in site.rglob("*"):
        path = file.relative_to(site)
        page = path.suffix in {".html", ".md"} and "cua-lo" not in path.parts and len(path.parts) > 2
        other = path.parts[0] == "search" and len(path.parts) > 2 and not path.name.startswith("p1")
        if file.is_file() and not page and not other:
            (sample / path).parent.mkdir(parents=True, exist_ok=True)
            release.place(file, sample / path)
    release.stage(sample, folder / "current", "0" * 40, rules.compressed, folder / "cache")
    (folder / "previous" / OLD).parent.mkdir(parents=True)
    (folder / "previous" / OLD).write_bytes(b"old")
    return folder


@pytest.fixture(scope="session", params=SERVERS)
def server(request: pytest.FixtureRequest, root: Path, site: Path, rules: Policy, releases: Path,
           tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:  # fmt: skip
    """A real server with what `hosting/` says, and two redirects."""
    write = {"nginx": nginx, "caddy": caddy}[request.param].write
    text = write(rules, inline.site(site), MOVED, languages.load(root).values())
    with SERVERS[request.param](text, releases, tmp_path_factory.mktemp("server") / "work") as running:
        yield running
