"""The last change of every built page, when all that is read from pages was read: the name of its sheet, its long lists moved out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sitekit import leaves
from sitekit.hosting import policy
from sitekit.page_files import PageFiles
from sitekit.sheets import writing as sheets
from sitekit.site import Site


def write(site: Site, code: str, folder: Path, names: Mapping[str, str]) -> None:
    """Finish the pages of language `code` of the site built in `folder`; `names` are the files of the sheets."""
    rules, built = policy.load(site.root), PageFiles(site, code, folder)
    for name in built.names:
        written = built.html(name)
        page = leaves.write(built.file(name), sheets.named(written.decode(), names), site.words[code], rules).encode()
        if page != written:
            built.file(name).write_bytes(page)
