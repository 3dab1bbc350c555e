"""Addresses relative to a page, so that the site works below any folder of any host."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=4096)
def _folders(page: str) -> tuple[str, ...]:
    return tuple(part for part in page.split("/")[:-1] if part)


def relative(target: str, page: str) -> str:
    """`target` (below the site's root, no leading slash) as seen from the page at address `page`.

    >>> relative("vi/visit/", "visit/cua-lo/")
    '../../vi/visit/'
    """
    start = _folders(page)
    first = target.partition("/")[0]
    if start and first and first != start[0] and "//" not in target:  # most of them
        return "../" * len(start) + target
    parts = [part for part in target.split("/") if part]
    shared = 0
    for one, other in zip(start, parts, strict=False):
        if one != other:
            break
        shared += 1
    path = "/".join([".."] * (len(start) - shared) + parts[shared:]) or "."
    return path + "/" if target.endswith("/") or not target else path
