"""Whether a selector can match anything: each of its compounds needs an element that has all that the compound asks for.

What depends on the reader (`:hover`, `:checked`, `:not(…)`, pseudo-elements) is taken to be possible. The relation of
elements to each other is not looked at: too little is cut rather than too much.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import tinycss2

from sitekit.sheets.settings import Added
from sitekit.sheets.vocabulary import Kind, Test

COMBINATORS = ">+~"
#: Functions that match what one of the selectors inside them matches.
ANY_OF = {"is", "where", "-webkit-any", "-moz-any"}
Tokens = list[Any]


def split(tokens: Iterable[Any]) -> list[Tokens]:
    """The selectors of a list, at its commas, each without blanks around it."""
    found: list[Tokens] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            found.append([])
        elif token.type != "comment":
            found[-1].append(token)
    return [_trimmed(each) for each in found]


def _trimmed(tokens: Tokens) -> Tokens:
    while tokens and tokens[0].type == "whitespace":
        tokens = tokens[1:]
    while tokens and tokens[-1].type == "whitespace":
        tokens = tokens[:-1]
    return tokens


def compounds(selector: Tokens) -> Iterator[Tokens]:
    """The compounds of a selector, from left to right."""
    found: Tokens = []
    for token in selector:
        if token.type == "whitespace" or (token.type == "literal" and token.value in COMBINATORS):
            if found:
                yield found
            found = []
        else:
            found.append(token)
    if found:
        yield found


class Possible:
    """Answers for the elements of some pages and what scripts add to them."""

    def __init__(self, kinds: Iterable[Kind], added: Added) -> None:
        self.kinds = [*kinds, *(Kind(tag, frozenset(), ()) for tag in sorted(added.tags))]
        self.added = added
        self._of: dict[str, list[Kind]] = {}
        for kind in self.kinds:
            for name in (kind.tag, *(f".{each}" for each in kind.classes)):
                self._of.setdefault(name, []).append(kind)
        self._known: dict[str, bool] = {}

    def selector(self, tokens: Tokens) -> bool:
        """Whether every compound of a selector has an element."""
        return all(self._compound(each) for each in compounds(tokens))

    def _compound(self, tokens: Tokens) -> bool:
        key = tinycss2.serialize(tokens)
        if key not in self._known:
            wanted = _Wanted(tokens)
            self._known[key] = (any(wanted.met_by(kind, self.added) for kind in self._near(wanted))
                                and all(any(self.selector(each) for each in options) for options in wanted.options))  # fmt: skip
        return self._known[key]


    def _near(self, wanted: _Wanted) -> list[Kind]:
        """The kinds that come into question: the fewest that share a class, or the tag."""
        names = [f".{each}" for each in wanted.classes - self.added.classes] + ([wanted.tag] if wanted.tag else [])
        return min((self._of.get(name, []) for name in names), key=len, default=self.kinds)


class _Wanted:
    """What a compound asks of an element."""

    def __init__(self, tokens: Tokens) -> None:
        self.tag, self.classes, self.attributes = "", set[str](), list[Test]()
        self.options: list[list[Tokens]] = []
        self.banned: list[_Wanted] = []
        #: Nothing but tag, classes and attributes, which stay what they are.
        self.plain = True
        before = ""
        for token in tokens:
            if token.type == "ident" and not before:
                self.tag = token.lower_value
            elif token.type == "ident" and before == ".":
                self.classes.add(token.value)
            elif token.type == "[] block":
                self.attributes.append(_attribute(token.content))
            elif token.type == "function" and token.lower_name in ANY_OF:
                self.options.append(split(token.arguments))
            elif token.type == "function" and token.lower_name == "not":
                self.banned += [_Wanted(each) for each in split(token.arguments) if len(list(compounds(each))) == 1]
            self.plain &= not (token.type == "literal" and token.value == ":")
            before = token.value if token.type == "literal" else "x"

    def met_by(self, kind: Kind, added: Added) -> bool:
        """Whether an element of `kind` has it all, or may get it."""
        return ((not self.tag or self.tag == kind.tag) and self.classes <= kind.classes | added.classes
                and all(test[0] in added.attributes or kind.meets(test) for test in self.attributes)
                and not any(each.always(kind, added) for each in self.banned))  # fmt: skip

    def always(self, kind: Kind, added: Added) -> bool:
        """Whether every element of `kind` has it all, whatever scripts do."""
        return (self.plain and (not self.tag or self.tag == kind.tag) and self.classes <= kind.classes - added.classes
                and all(test[0] not in added.attributes and kind.meets(test) for test in self.attributes))  # fmt: skip


def _attribute(content: Tokens) -> Test:
    """Name, test and value of an attribute selector; an empty test for one that only asks for the attribute."""
    parts = [token for token in content if token.type != "whitespace"]
    tests = [token.value for token in parts[1:] if token.type == "literal"]
    values = [token.value for token in parts[1:] if token.type in {"ident", "string"}]
    return parts[0].lower_value, tests[0] if tests else "", values[0] if values else ""
