"""Starlight as it comes."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import generated
from generated import Generated
from sitekit.site import Site

LOCALES = ", ".join(f"{code}: {{label: '{code}', lang: '{code}'}}" for code in generated.CODES[1:])
CONFIG = f"""import {{ defineConfig }} from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({{ integrations: [starlight({{ title: 'Starlight', defaultLocale: 'root',
  locales: {{ root: {{label: 'English', lang: 'en'}}, {LOCALES} }} }})] }});
"""
#: Where Astro looks for the pages; without it a build ends well and has none.
COLLECTION = """import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
"""


def measured(run: Callable[..., Any], site: Site, target: Path, rows: list[Generated], installed: Path | None) -> dict[str, Any]:
    """What Starlight, installed in folder `installed`, takes; nothing, and a word, where there is none."""
    if installed is None or not (installed / "node_modules/.bin/astro").exists():
        print("Starlight is not given (--starlight DIR, a folder with node_modules): left out")
        return {}
    # a whole copy: Astro loses its own styles where its packages lie behind a link
    shutil.copytree(installed, target, symlinks=True)
    for old in ("dist", "src/content/docs"):
        shutil.rmtree(target / old, ignore_errors=True)
    (target / "astro.config.mjs").write_text(CONFIG, "utf-8")
    (target / "src").mkdir(exist_ok=True)
    (target / "src/content.config.ts").write_text(COLLECTION, "utf-8")
    for row in rows:
        place = "" if row.code == generated.CODES[0] else row.code
        file = target / "src/content/docs" / place / f"{row.name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        # pictures are left out: it would prepare each of them, which ours did before
        body = re.sub(r"^!\[.*$", "", re.sub(r" \{ #[\w-]+ \}", "", generated.written_out(site, row)), flags=re.MULTILINE)
        file.write_text(f'---\ntitle: "{row.title}"\n---\n\n{re.sub(chr(92) + ".md" + chr(92) + ")", "/)", body)}', "utf-8")
    programs = target / "node_modules/.bin"  # a Node of the folder's own goes before the machine's
    took = run([str(programs / "astro"), "build"], target, PATH=f"{programs}{os.pathsep}{os.environ['PATH']}")
    built = sum(1 for _ in (target / "dist").rglob("index.html"))
    if built != len(rows):
        raise RuntimeError(f"Starlight built {built} of {len(rows)} pages in {target}")
    return {"Starlight": took}
