"""The policy of `data/hosting.yml`: headers, caching, types, and the Content-Security-Policy with its digests."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sitekit import datafiles
from sitekit.hosting import inline
from sitekit.hosting.inline import Digests

FILE = "data/hosting.yml"
#: Where the script of all pages inserts an element whose text a policy must know, and how it is written there.
RULES, INSERTED = "docs/javascripts/reading.js", re.compile(r"\.textContent = '([^'\\]+)'")
#: Directives that a browser takes from a header only; in a page it would complain of them.
HEADER_ONLY = {"frame-ancestors", "report-uri", "sandbox"}
CHARSET = '<meta charset="utf-8">'


@dataclass(frozen=True)
class Policy:
    """What every host is told. `csp`: directive → sources; `types`: ending → Content-Type; `caching`: kind → Cache-Control."""

    folder: str
    host: str
    csp: dict[str, list[str]]
    headers: dict[str, str]
    caching: dict[str, str]
    hashed_name: str
    types: dict[str, str]
    compressed: tuple[str, ...]

    def content_security_policy(self, digests: Digests, in_page: bool = False) -> str:
        """The value of the header; of the meta tag with `in_page`."""
        more = {"script-src": digests.scripts, "style-src": digests.styles}
        rows = [" ".join([name, *sources, *more.get(name, ())]) for name, sources in self.csp.items()
                if not (in_page and name in HEADER_ONLY)]  # fmt: skip
        return "; ".join(rows)

    def all_headers(self, digests: Digests) -> dict[str, str]:
        """Every header that each answer carries, Cache-Control apart."""
        return {"Content-Security-Policy": self.content_security_policy(digests), **self.headers}

    def hashed(self, path: str) -> bool:
        """Whether the name of file `path` carries a digest of its content."""
        return re.search(self.hashed_name, path) is not None


@lru_cache(maxsize=4)
def _parse(text: str, inserted: tuple[str, ...]) -> Policy:
    rows = datafiles.parse(text, FILE)
    rows["content_security_policy"]["script-src"] = [*rows["content_security_policy"]["script-src"], *inserted]
    return Policy(rows["folder"], rows["host"], rows["content_security_policy"], rows["headers"], rows["caching"],
                  rows["hashed_name"], rows["types"], tuple(rows["compressed"]))  # fmt: skip


def load(root: Path) -> Policy:
    """The policy of the project below `root`."""
    script = (root / RULES).read_text("utf-8") if (root / RULES).exists() else ""
    return _parse((root / FILE).read_text("utf-8"), tuple(inline.digest(text) for text in INSERTED.findall(script)))
