"""`_headers` and `_redirects`, which Cloudflare Pages, Netlify and their like read from the root of the site.

Such hosts let browsers ask again for every file that no rule names, and add the values of several rules that fit: so
Cache-Control is given only to folders whose every file carries a digest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sitekit.hosting.inline import Digests
from sitekit.hosting.policy import Policy


def frozen(policy: Policy, files: Iterable[str]) -> list[str]:
    """Folders all of whose files, at any depth, have a digest in their names; none that lies below another one."""
    every: set[str] = set()
    others: set[str] = set()
    for file in files:
        folder = file.rpartition("/")[0]
        every.add(folder)
        if folder not in others and not policy.hashed(file):
            others.add(folder)
    every, others = _with_those_above(every), _with_those_above(others)
    found = sorted(every - others)
    return [folder for folder in found if not any(folder.startswith(other + "/") for other in found)]


def _with_those_above(folders: Iterable[str]) -> set[str]:
    parts = [folder.split("/") for folder in folders if folder]
    return {"/".join(row[:depth]) for row in parts for depth in range(1, len(row) + 1)}


def headers(policy: Policy, digests: Digests, files: Iterable[str]) -> str:
    """The text of `_headers`."""
    rows = ["/*", *(f"  {name}: {value}" for name, value in policy.all_headers(digests).items())]
    for folder in frozen(policy, files):
        rows += [f"/{folder}/*", f"  Cache-Control: {policy.caching['hashed']}"]
    return "\n".join(rows) + "\n"


def redirects(moved: Mapping[str, str]) -> str:
    """The text of `_redirects`: old address, new address, for ever."""
    return "".join(f"/{old} /{new} 301\n" for old, new in moved.items())
