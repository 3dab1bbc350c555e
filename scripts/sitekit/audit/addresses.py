"""No file of the site leads to the machine on which it was built."""

from __future__ import annotations

import re

from sitekit.audit.built import Built
from sitekit.problems import Problem

ENDINGS = (".html", ".xml", ".txt", ".json", ".md", ".ics", ".webmanifest", ".css", ".svg", ".geojson", ".gpx", ".csv")
LOCAL = re.compile(r"(?:https?:)?//(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\]|[\w-]+\.local)(?=[:/\"'\s<)]|$)[^\s\"'<)]*")


def problems(site: Built) -> list[Problem]:
    """Every file with such an address, with the first of them."""
    found = []
    for file in sorted(site.files):
        match = LOCAL.search(site.text(file)) if file.endswith(ENDINGS) else None
        if match:
            found.append(Problem("local-address", file, words={"address": match[0]}))
    return found
