"""Every page has a description: the sentence that search engines and shared links show."""

from __future__ import annotations

from sitekit.checking import header_entry
from sitekit.checking.rule import Rule

RULE = Rule("missing-description", "error", header_entry.missing("missing-description", "description"))
