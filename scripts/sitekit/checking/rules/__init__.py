"""The book of rules: its table of contents. Each rule is the file of its name in this folder."""

from __future__ import annotations

from importlib import import_module

from sitekit.checking.rule import Rule

#: Groups and the names of their rules, in the order of the book.
BOOK: dict[str, tuple[str, ...]] = {
    "completeness": (
        "missing-translation",
        "orphan-translation",
        "missing-interface-text",
        "missing-picture-description",
        "missing-data-text",
        "missing-navigation-title",
    ),
    "freshness": (
        "old-translation",
    ),
    "structure": (
        "heading-mismatch",
        "list-mismatch",
        "table-mismatch",
        "picture-mismatch",
        "link-mismatch",
        "paragraph-mismatch",
        "length-ratio",
        "header-mismatch",
    ),
    "figures": (
        "number-mismatch",
        "wrong-separator",
        "figure-order",
        "figure-typed-by-hand",
    ),
    "language": (
        "untranslated-text",
        "not-nfc",
        "invisible-character",
        "half-width-punctuation",
        "wrong-quotation-marks",
        "broken-paragraph",
        "doubled-word",
    ),
    "terms": (
        "glossary-variant",
        "missing-term",
        "outdated-unit",
    ),
    "form": (
        "unreadable-header",
        "unknown-header-key",
        "missing-title",
        "missing-description",
        "missing-header-entry",
        "header-value",
        "title-length",
        "description-length",
        "heading-without-id",
        "heading-level",
        "duplicate-id",
        "list-needs-blank-line",
        "nested-list-indent",
        "raw-html",
        "broken-link",
        "broken-anchor",
        "unreadable-data",
        "unknown-name",
        "two-letter-folder",
        "file-name",
        "case-collision",
    ),
    "facts": (
        "figure-without-source",
        "figure-past-its-date",
        "unverified-figure",
        "event-in-the-past",
    ),
}  # fmt: skip

RULES: tuple[Rule, ...] = tuple(
    import_module(f"{__name__}.{name.replace('-', '_')}").RULE for names in BOOK.values() for name in names
)
BY_NAME: dict[str, Rule] = {rule.name: rule for rule in RULES}
