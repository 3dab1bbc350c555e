"""Where the web manifests stand below the root."""

from __future__ import annotations

from sitekit.languages import Language


def manifest(language: Language) -> str:
    """The manifest of one language: `vi/manifest.webmanifest`."""
    return f"{language.prefix}manifest.webmanifest"
