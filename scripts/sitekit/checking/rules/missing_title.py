"""Every page has a title."""

from __future__ import annotations

from sitekit.checking import header_entry
from sitekit.checking.rule import Rule

RULE = Rule("missing-title", "error", header_entry.missing("missing-title", "title"))
