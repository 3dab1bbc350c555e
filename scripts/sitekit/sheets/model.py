"""A style sheet as rules in groups, read by tinycss2; what it does not know is kept as it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import tinycss2

from sitekit.sheets import compact
from sitekit.sheets.selectors import split

#: At-rules that hold rules.
GROUPS = {"media", "supports", "container", "layer"}


@dataclass
class Declaration:
    """`name: value`, and whether it is important."""

    name: str
    value: str
    important: bool

    def __str__(self) -> str:
        return f"{self.name}:{self.value}{'!important' if self.important else ''}"


@dataclass
class Rule:
    """Selectors (text, and tokens to judge them by) and declarations."""

    selectors: list[tuple[str, list[Any]]]
    declarations: list[Declaration]

    def __str__(self) -> str:
        return ",".join(text for text, _ in self.selectors) + "{" + ";".join(map(str, self.declarations)) + "}"


@dataclass
class Verbatim:
    """A rule that is kept or dropped as a whole: a face, key frames, or what is not known. `name` is its key word."""

    name: str
    called: str
    text: str

    def __str__(self) -> str:
        return self.text


@dataclass
class Group:
    """`@media` and the like around other rules; the sheet itself is the group without a name."""

    opening: str
    children: list[Rule | Verbatim | Group] = field(default_factory=list)

    def __str__(self) -> str:
        inside = "".join(map(str, self.children))
        return f"{self.opening}{{{inside}}}" if self.opening else inside

    def rules(self, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Rule]]:
        """Every rule with the openings of the groups around it, in order."""
        for child in self.children:
            if isinstance(child, Rule):
                yield above, child
            elif isinstance(child, Group):
                yield from child.rules((*above, child.opening))

    def prune(self) -> None:
        """Drop rules without declarations or selectors, and groups without rules."""
        for child in self.children:
            if isinstance(child, Group):
                child.prune()
        self.children = [child for child in self.children if not _empty(child)]


def _empty(child: Rule | Verbatim | Group) -> bool:
    if isinstance(child, Rule):
        return not (child.selectors and child.declarations)
    return isinstance(child, Group) and not child.children


def read(css: str) -> Group:
    """The sheet with the text `css`; ValueError with the place of what is no CSS."""
    return Group("", list(_children(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))))


def _children(nodes: Iterable[Any]) -> Iterator[Rule | Verbatim | Group]:
    for node in nodes:
        if node.type == "error":
            raise ValueError(f"{node.source_line}:{node.source_column}: {node.message}")
        if node.type == "qualified-rule":
            yield _rule(node)
        elif node.lower_at_keyword in GROUPS and node.content is not None:
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield Group(f"@{node.lower_at_keyword} {compact.text(node.prelude, ',:')}", list(_children(inner)))
        elif node.lower_at_keyword != "charset":
            body = "" if node.content is None else "{" + compact.text(node.content, ",:;{}") + "}"
            called = compact.text(node.prelude)
            yield Verbatim(node.lower_at_keyword, called, f"@{node.at_keyword} {called}".strip() + (body or ";"))


def _rule(node: Any) -> Rule | Verbatim:
    parts = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
    if any(part.type != "declaration" for part in parts):
        if any(part.type == "error" for part in parts):
            raise ValueError(f"{node.source_line}: {tinycss2.serialize(node.prelude).strip()}: not a declaration")
        return Verbatim("", "", compact.selector(node.prelude) + "{" + compact.text(node.content, ",:;{}") + "}")
    found = [Declaration(part.name if part.name.startswith("--") else part.lower_name, compact.text(part.value), part.important)
             for part in parts]  # fmt: skip
    return Rule([(compact.selector(each), each) for each in split(node.prelude)], found)
