"""Everything that is looked at before a site is built; the tuple is the table of contents."""

from __future__ import annotations

from sitekit import check_cards, check_pages, check_references, check_rows, verification
from sitekit.hosting import redirects, security_txt
from sitekit.notifying import key_file
from sitekit.problems import ContentError, Problem
from sitekit.site import Site


def _hosting(site: Site) -> list[Problem]:
    return redirects.problems(site.root, site.pages) + security_txt.problems(site.root, site.pages)


CHECKS = (check_rows.problems, check_references.problems, check_pages.problems, check_cards.problems, key_file.problems,
          verification.problems, _hosting)  # fmt: skip


def check(site: Site) -> None:
    """ContentError with every problem that any check finds: an editor sees all of them at once."""
    found = [problem for problems in CHECKS for problem in problems(site)]
    if found:
        raise ContentError(found)
