"""A rule's page in `guides/problems/`: what it means, why it matters, an example, when it may be ignored."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).resolve().parents[3] / "guides/problems"


def path(rule: str, language: str) -> Path:
    """The page about `rule` in `vi` or `en`."""
    return FOLDER / (f"{rule}.md" if language == "vi" else f"{rule}.{language}.md")


def page(rule: str, language: str) -> str:
    """The text of that page."""
    return path(rule, language).read_text("utf-8").rstrip()
