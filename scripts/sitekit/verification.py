"""Proofs of ownership for search engines, from data/search_engines.yml."""

from __future__ import annotations

import re
from typing import Any

from sitekit.problems import Problem, closest
from sitekit.site import Site

FILE = "data/search_engines.yml"
#: Search engine → the name of its meta tag.
TAGS = {"google": "google-site-verification", "bing": "msvalidate.01", "baidu": "baidu-site-verification",
        "naver": "naver-site-verification", "yandex": "yandex-verification"}  # fmt: skip
CODE = re.compile(r"[A-Za-z0-9_=-]*")


def tags(codes: dict[str, Any]) -> list[tuple[str, str]]:
    """(name, content) of the meta tag of every search engine that gave a code."""
    return [(name, str(codes[engine])) for engine, name in TAGS.items() if codes.get(engine)]


def problems(site: Site) -> list[Problem]:
    """Every engine that is not known, and every code that is none."""
    codes = site.search_engines
    found = [Problem("unknown-name", FILE, words={"word": engine, "file": FILE, "closest": closest(engine, TAGS) or "—"})
             for engine in codes if engine not in TAGS]  # fmt: skip
    return found + [Problem("verification-code", FILE, words={"engine": engine, "code": code})
                    for engine, code in codes.items() if not CODE.fullmatch(str(code or ""))]  # fmt: skip
