"""Licences by their short names (SPDX), with the address that a machine reads."""

from __future__ import annotations

from typing import Any

#: Shown as the licence of what nobody may reuse without asking.
RESERVED = "all-rights-reserved"
KNOWN = {
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "PDM-1.0": "https://creativecommons.org/publicdomain/mark/1.0/",
    **{f"CC-{name}-{version}": f"https://creativecommons.org/licenses/{name.lower()}/{version}/"
       for name in ("BY", "BY-SA", "BY-NC", "BY-ND", "BY-NC-SA", "BY-NC-ND")
       for version in ("2.0", "2.5", "3.0", "4.0")},
    "LAL-1.3": "https://artlibre.org/licence/lal/en/",
    "ODbL-1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
    "Unsplash": "https://unsplash.com/license",
    "Pexels": "https://www.pexels.com/license/",
    "Pixabay": "https://pixabay.com/service/license-summary/",
    RESERVED: "",
}  # fmt: skip
#: Licences under which nobody claims a right.
FREE_OF_RIGHTS = {"CC0-1.0", "PDM-1.0"}


def address(record: dict[str, Any]) -> str:
    """Where the licence of `record` can be read: its own `licence_url`, or that of the name."""
    return str(record.get("licence_url") or KNOWN.get(str(record.get("licence") or ""), ""))


def known(record: dict[str, Any]) -> bool:
    """Whether the licence of `record` has a known name or an address of its own."""
    own = str(record.get("licence_url") or "")
    return str(record.get("licence")) in KNOWN or own.startswith(("https://", "http://"))
