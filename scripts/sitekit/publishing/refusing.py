"""What stands in the way of publishing, the built site and its project looked at together."""

from __future__ import annotations

import subprocess
from pathlib import Path

from sitekit.audit.audits import AUDITS
from sitekit.audit.built import Built
from sitekit.problems import Problem

#: Findings of the audit that are shown.
SHOWN = 5


def commit(root: Path) -> tuple[str, list[Problem]]:
    """The commit of the project in `root`, and a problem when what lies there is none."""
    def git(*arguments: str) -> str | None:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=False)
        return done.stdout.strip() if done.returncode == 0 else None

    try:
        head, changed = git("rev-parse", "HEAD"), git("status", "--porcelain")
    except OSError:
        head = changed = None
    if not head:
        return "", [Problem("publish-no-commit", ".")]
    first = (changed or "").splitlines()[:1]
    return head, [Problem("publish-changed", line[3:], words={}) for line in first]


def audit(site: Built) -> list[Problem]:
    """The first of what the audit of the built site finds, and how much that is in all.

    They are shown here: the site was built for an address of its own, and `make audit` may look at another one.
    """
    found = [each for problems in AUDITS.values() for each in problems(site)]
    return [*found[:SHOWN], Problem("audit-not-clean", "site", words={"count": len(found)})] if found else []


def address(site: Built, wanted: str) -> list[Problem]:
    """A problem when the site was built for another address than it is published at."""
    same = site.base.rstrip("/") == wanted.rstrip("/")
    return [] if same else [Problem("publish-address", "site", words={"built": site.base, "wanted": wanted})]
