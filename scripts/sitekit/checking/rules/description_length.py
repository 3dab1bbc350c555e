"""A description fills a search result and is not cut; the bounds of each language stand in `data/check/lengths.yml`."""

from __future__ import annotations

from sitekit.checking import header_entry
from sitekit.checking.rule import Rule

RULE = Rule("description-length", "error", header_entry.length("description-length", "description", "description-too-short"))
