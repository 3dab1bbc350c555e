"""Every picture says what it shows and how large it is."""

from __future__ import annotations

from sitekit.audit.built import Built
from sitekit.problems import Problem


def problems(site: Built) -> list[Problem]:
    """Every `<img>` without a text (an empty one is a decision) or without its size."""
    found = []
    for page in site.pages.values():
        for img in page.find("img"):
            missing = [key for key in ("alt", "width", "height") if key not in img.attrs]
            if missing:
                words = {"picture": img.attrs.get("src", "—"), "missing": ", ".join(missing)}
                found.append(Problem("picture-untold", page.file, words=words))
    return found
