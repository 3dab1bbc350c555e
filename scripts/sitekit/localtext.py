"""Texts that a data file carries in every language: `{vi: …, en: …, lo: …, zh: …}`."""

from __future__ import annotations

from typing import Any

from sitekit.problems import ContentError, Problem

#: What a reader gets where their language lacks a text, as with whole pages.
FALLBACK = "en"


def pick(text: dict[str, str] | None, language: str) -> str:
    """The text for `language`, else English; empty for no text at all."""
    if not text:
        return ""
    return text.get(language) or text[FALLBACK]


def rows(data: Any, path: str = "") -> list[tuple[str, dict[str, str]]]:
    """Every text of a data file with the keys that lead to it: `("cua-lo.name", {vi: …})`."""
    if isinstance(data, dict) and "vi" in data and isinstance(data["vi"], str):
        return [(path, data)]
    if isinstance(data, dict):
        items = data.items()
    elif isinstance(data, list):
        items = {str(row.get("key", number)) if isinstance(row, dict) else str(number): row
                 for number, row in enumerate(data)}.items()  # fmt: skip
    else:
        return []
    return [found for key, value in items for found in rows(value, f"{path}.{key}".lstrip("."))]


def require(data: Any, file: str, languages: dict[str, str]) -> None:
    """Refuse data in which a text lacks a language, or is torn by a comma that YAML takes for its own.

    `languages` gives the names to print by code.
    """
    problems = [Problem("missing-text", file, words={"key": key, "file": file, "language": name, "code": code})
                for key, text in rows(data) for code, name in languages.items() if not text.get(code)]  # fmt: skip
    problems += [Problem("torn-text", file, words={"key": key, "file": file, "rest": rest})
                 for key, text in rows(data) for rest in text if rest not in languages]  # fmt: skip
    if problems:
        raise ContentError(problems)
