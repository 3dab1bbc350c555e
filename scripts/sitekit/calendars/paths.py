"""Where calendar files stand below the root."""

from __future__ import annotations

from sitekit.languages import Language


def whole(language: Language) -> str:
    """All festivals: `vi/events.ics`."""
    return f"{language.prefix}events.ics"


def one(language: Language, key: str) -> str:
    """One festival: `vi/events/den-con.ics`."""
    return f"{language.prefix}events/{key}.ics"
