"""Refuse to publish a site whose address is the example's, whose publisher is not named, or whose pages have errors.

Run it with the SITE_URL of the build that is to go out. Exit codes: 0 may be published, 1 may not (and why).
`--unofficial` lets a site go out that says of itself that it is not official.
"""

from __future__ import annotations

import argparse
import datetime
import os
import sys
from pathlib import Path

from sitekit import datafiles, intake, languages
from sitekit.checking import run
from sitekit.checking.corpus import Corpus
from sitekit.checking.rules import RULES
from sitekit.hosting import redirects, security_txt
from sitekit.pages import Pages
from sitekit.problems import Problem
from sitekit.search_engines import EXAMPLE_ADDRESS

ROOT = Path(__file__).resolve().parent.parent


def problems(address: str, publisher: dict[str, object], unofficial: bool) -> list[Problem]:
    """What stands in the way of publishing at `address`."""
    found = []
    host = address.partition("://")[2].partition("/")[0].partition(":")[0]
    if not address.startswith("https://") or address == EXAMPLE_ADDRESS or host.endswith(".example") or "." not in host:
        found.append(Problem("no-address", "mkdocs.yml", words={"address": address or "—"}))
    if not publisher["official"] and not unofficial:
        found.append(Problem("no-publisher", "data/publisher.yml"))
    return found


def unchecked(root: Path) -> list[Problem]:
    """One problem when the check finds errors in the pages of `root`: what it found is its own to tell."""
    errors = intake.problems(root) or [one.problem for one in run.check(Corpus(root), RULES) if one.level == "error"]
    return [Problem("check-not-clean", "docs", words={"count": len(errors)})] if errors else []


def unlisted(root: Path) -> list[Problem]:
    """Every page that data/published.txt lacks: if it were renamed later, its address would die unnoticed."""
    names = redirects.unlisted(root, Pages(root, languages.load(root)))
    return [Problem("page-unlisted", redirects.PUBLISHED, words={"name": name}) for name in names]


def out_of_date(root: Path) -> list[Problem]:
    """A problem when today's visitors would find security.txt out of date."""
    return security_txt.over(root, Pages(root, languages.load(root)), datetime.datetime.now(datetime.UTC).date())


def main(argv: list[str] | None = None) -> int:
    """Print what stands in the way; exit 1 if anything does."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--unofficial", action="store_true", help="publish although no body is named as publisher")
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="language of messages")
    options = parser.parse_args(argv)
    publisher = datafiles.load(ROOT, "data/publisher.yml")
    found = problems(os.environ.get("SITE_URL", EXAMPLE_ADDRESS), publisher, options.unofficial)
    found += unchecked(ROOT) or [*unlisted(ROOT), *out_of_date(ROOT)]
    for problem in found:
        print(problem.text(options.lang) + "\n", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
