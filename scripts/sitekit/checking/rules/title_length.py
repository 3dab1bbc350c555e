"""A title fits into a search result and says something; the bounds of each language stand in `data/check/lengths.yml`."""

from __future__ import annotations

from sitekit.checking import header_entry
from sitekit.checking.rule import Rule

RULE = Rule("title-length", "error", header_entry.length("title-length", "title", "title-too-short"))
