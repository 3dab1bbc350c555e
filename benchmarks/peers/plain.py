"""MkDocs with Material and static-i18n as they come."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import generated
from generated import Generated
from sitekit.site import Site

COMMAND = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
CONFIG = """site_name: Plain
site_url: https://plain.example/
theme: {name: material, custom_dir: overrides}
plugins:
  search: {}
  i18n:
    docs_structure: folder
    languages:
      - {locale: en, name: English, default: true}
      - {locale: vi, name: Tiếng Việt}
      - {locale: lo, name: Lao}
      - {locale: zh, name: Chinese}
markdown_extensions: [attr_list, tables, def_list, {toc: {permalink: false}}]
"""


def project(root: Path, site: Site, target: Path, rows: list[Generated]) -> Path:
    """`rows` as a project of the plain stack in `target`; of ours only the words that the theme lacks for Lao."""
    words = target / "overrides/partials/languages"
    words.mkdir(parents=True)
    shutil.copy(root / "overrides/partials/languages/lo.html", words / "lo.html")
    (target / "mkdocs.yml").write_text(CONFIG, "utf-8")
    images = target / "docs/assets/images"
    images.mkdir(parents=True)
    for name in generated.PICTURES:
        shutil.copy(root / "docs/assets/images" / name, images / name)
    for row in rows:
        file = target / "docs" / row.code / f"{row.name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        head = f"---\ntitle: {row.title}\ndescription: {row.lead}\n---\n\n# {row.title}\n\n"
        file.write_text(head + generated.written_out(site, row), "utf-8")
    return target
