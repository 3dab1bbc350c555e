"""Pages with HTML that runs: the rule of the check, asked again by the build.

A page goes out under a policy that is computed from what the page holds; what slipped past the check would be allowed by
it. The rule reads Markdown well and slowly, so it is asked only about pages in which something looks like it.
"""

from __future__ import annotations

import re
from pathlib import Path

from sitekit.problems import Problem

SUSPECT = re.compile(rb"<\s*/?\s*[A-Za-z!?]|\{[^{}\n]*\b(on[a-z]+|style|srcdoc)\s*=|(java|vb)\s*script\s*:|\]\(\s*<?\s*data:"
                     rb"|&#|&colon;|&Tab;|&NewLine;", re.IGNORECASE)  # fmt: skip
#: What SUSPECT finds holds one of these in small letters: plain texts, and expressions that begin with signs of their own.
TEXTS = (b"<", b"&#", b"&colon;", b"&tab;", b"&newline;")
SIGNS = tuple(map(re.compile, (rb"\{[^{}\n]*\b(?:on[a-z]|style|srcdoc)", rb"script\s*:", rb"\]\(\s*<?\s*data:")))


def problems(root: Path) -> list[Problem]:
    """What the rule finds in pages that look suspicious."""
    suspects = [file.relative_to(root).as_posix() for file in sorted((root / "docs").rglob("*.md")) if _suspect(file.read_bytes())]
    if not suspects:
        return []
    # the check's rules are many files, which no build needs to load while nothing is wrong
    from sitekit.checking.corpus import Corpus  # noqa: PLC0415
    from sitekit.checking.rules import raw_html  # noqa: PLC0415

    corpus = Corpus(root, suspects)
    # the rule itself, not the check: exceptions that a page grants itself are the change's own word
    return [problem for problem in raw_html.RULE.run(corpus) if corpus.wanted(problem.path)]


def _suspect(data: bytes) -> bool:
    small = data.lower()
    return (any(text in small for text in TEXTS) or any(sign.search(small) for sign in SIGNS)) and SUSPECT.search(data) is not None
