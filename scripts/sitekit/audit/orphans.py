"""Every page can be reached from the home page of its language by links that a reader can follow."""

from __future__ import annotations

from sitekit.audit.built import Built
from sitekit.problems import Problem


def problems(site: Built) -> list[Problem]:
    """Every page to which no way leads."""
    reached = {site.base}
    waiting = [site.base]
    while waiting:
        page = site.pages.get(waiting.pop())
        for element in page.find("a") if page else ():
            target = site.target(element.attrs.get("href", ""), page.address) if page else None
            address = site.base + target[0].removesuffix("index.html") if target else ""
            if address in site.pages and address not in reached:
                reached.add(address)
                waiting.append(address)
    return [Problem("orphan-page", page.file) for address, page in site.pages.items() if address not in reached]
