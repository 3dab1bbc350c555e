"""Pages with HTML that runs: the rule of the check, asked again by the build.

A page goes out under a policy that is computed from what the page holds; what slipped past the check would be allowed by
it. The rule reads Markdown well and slowly, so it is asked only about pages in which something looks like it.
"""

from __future__ import annotations

import re
from pathlib import Path

from sitekit.checking.corpus import Corpus
from sitekit.checking.rules import raw_html
from sitekit.problems import Problem

SUSPECT = re.compile(rb"<\s*/?\s*[A-Za-z!?]|\{[^{}\n]*\b(on[a-z]+|style|srcdoc)\s*=|(java|vb)\s*script\s*:|\]\(\s*<?\s*data:"
                     rb"|&#|&colon;|&Tab;|&NewLine;", re.IGNORECASE)  # fmt: skip


def problems(root: Path) -> list[Problem]:
    """What the rule finds in pages that look suspicious."""
    suspects = [file.relative_to(root).as_posix() for file in sorted((root / "docs").rglob("*.md")) if SUSPECT.search(file.read_bytes())]
    if not suspects:
        return []
    corpus = Corpus(root, suspects)
    # the rule itself, not the check: exceptions that a page grants itself are the change's own word
    return [problem for problem in raw_html.RULE.run(corpus) if corpus.wanted(problem.path)]
