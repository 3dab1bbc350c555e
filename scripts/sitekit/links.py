"""Addresses relative to a page, so that the site works below any folder of any host."""

from __future__ import annotations

import posixpath


def relative(target: str, page: str) -> str:
    """`target` (below the site's root, no leading slash) as seen from the page at address `page`.

    >>> relative("vi/visit/", "visit/cua-lo/")
    '../../vi/visit/'
    """
    start = page if page.endswith("/") or not page else posixpath.dirname(page) + "/"
    path = posixpath.relpath("/" + target, "/" + start) if target or start else "."
    return path + "/" if target.endswith("/") or not target else path
