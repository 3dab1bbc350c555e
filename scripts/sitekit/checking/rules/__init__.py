"""The book of rules: its table of contents. Each rule is the file of its name in this folder."""

from __future__ import annotations

from importlib import import_module

from sitekit.checking.rule import Rule

#: Groups and the names of their rules, in the order of the book.
BOOK: dict[str, tuple[str, ...]] = {
    "completeness": (
        "missing-translation",
    ),
    "freshness": (
        "old-translation",
    ),
    "structure": (
    ),
    "figures": (
    ),
    "language": (
    ),
    "terms": (
    ),
    "form": (
    ),
    "facts": (
    ),
}  # fmt: skip

RULES: tuple[Rule, ...] = tuple(
    import_module(f"{__name__}.{name.replace('-', '_')}").RULE for names in BOOK.values() for name in names
)
BY_NAME: dict[str, Rule] = {rule.name: rule for rule in RULES}
