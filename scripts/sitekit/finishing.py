"""The last change of every built page, when all that is read from pages was read: the name of its sheet, its long lists moved out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from sitekit import leaves, page_contents, parallel
from sitekit.hosting import policy
from sitekit.hosting.policy import Policy
from sitekit.sheets import writing as sheets
from sitekit.site import Site


def write(site: Site, folder: Path, names: Mapping[str, str]) -> None:
    """Finish the pages of the site built in `folder`; `names` are the files of the sheets."""
    rules = policy.load(site.root)
    parallel.run([partial(_language, site, code, folder, names, rules) for code in site.languages])


def _language(site: Site, code: str, folder: Path, names: Mapping[str, str], rules: Policy) -> None:
    for file in page_contents.files(site, code, folder):
        written = file.read_bytes()
        page = leaves.write(file, sheets.named(written.decode(), names), site.words[code], rules).encode()
        if page != written:
            file.write_bytes(page)
