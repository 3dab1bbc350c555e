"""Every page that asks to be found has its plain copy, and the list of its language names it."""

from __future__ import annotations

from sitekit.audit.built import Built
from sitekit.problems import Problem

TYPE, LIST = "text/markdown", "llms.txt"


def problems(site: Built) -> list[Problem]:
    """Every page without a copy or missing in llms.txt, and every list that is missing or does not begin with a title."""
    lists = {file: site.text(file) for file in site.files if file.endswith(LIST)}
    found = [Problem("list-untitled", file) for file, text in sorted(lists.items()) if not text.startswith("# ")]
    whole = "".join(lists.values())
    for page in site.pages.values():
        if not page.indexed:
            continue
        links = page.find("link", rel="alternate", type=TYPE)
        target = site.target(links[0].attrs.get("href", ""), page.address) if links else None
        if target is None or target[0] not in site.files:
            found.append(Problem("copy-missing", page.file))
        elif f"]({site.base}{target[0]})" not in whole:
            found.append(Problem("copy-unlisted", page.file, words={"copy": target[0]}))
    return found
