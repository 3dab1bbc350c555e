"""Where the feeds stand below the root."""

from __future__ import annotations

from sitekit.languages import Language


def atom(language: Language) -> str:
    """The Atom feed: `vi/feed.atom`."""
    return f"{language.prefix}feed.atom"


def json(language: Language) -> str:
    """The JSON Feed: `vi/feed.json`."""
    return f"{language.prefix}feed.json"
