"""The kinds of elements that a page holds: tag, classes, id and attributes of each, every kind once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

#: A start tag and all its attributes. Values are quoted by the templates and by MkDocs; a `>` may stand inside one.
TAG = re.compile(r"<([a-zA-Z][\w-]*)((?:\s+[^\s=>\"'/]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>\"']+))?)*)\s*/?>")
ATTRIBUTE = re.compile(r"\s+([^\s=>\"'/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
#: Any start tag, however its attributes are written: most of a page's are the same as another page's.
WRITTEN = re.compile(r"<[a-zA-Z](?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>")
#: What lies inside these is no mark-up.
SILENT = re.compile(r"<(script|style)\b([^>]*)>(?:[^<]++|<(?!/\1>))*+</\1>|<!--.*?-->", re.DOTALL)


#: What a sheet asks of attributes.
ASKED = re.compile(r"\[\s*([\w-]+)\s*(?:([~|^$*]?=)\s*(?:\"([^\"]*)\"|'([^']*)'|([\w-]*)))?")
#: Attribute, sign and value of a test.
Test = tuple[str, str, str]


@dataclass(frozen=True)
class Kind:
    """One kind of element. An attribute whose value passes no test of the sheet has an empty one here."""

    tag: str
    classes: frozenset[str]
    attributes: tuple[tuple[str, str], ...]

    def meets(self, test: Test) -> bool:
        """Whether the element passes the test of an attribute."""
        return any(test[0] == name and passes(value, test) for name, value in self.attributes)


def passes(value: str, test: Test) -> bool:
    """Whether the value of an attribute passes a test; one whose sign is not known may."""
    _, sign, wanted = test
    results = {"": True, "=": value == wanted, "~=": wanted in value.split(), "^=": value.startswith(wanted), "$=": value.endswith(wanted),
               "*=": wanted in value, "|=": value == wanted or value.startswith(wanted + "-")}  # fmt: skip
    return results.get(sign, True)


def asked(css: str) -> frozenset[Test]:
    """The tests of attributes in the sheet `css`. No rule may go by an id: a sheet that does is read as if all elements had it."""
    return frozenset((name.lower(), sign, one or other or bare) for name, sign, one, other, bare in ASKED.findall(css))


@lru_cache(maxsize=4)
def _by_name(tests: frozenset[Test]) -> dict[str, list[Test]]:
    return {name: [test for test in tests if test[0] == name] for name, _, _ in tests}


@lru_cache(maxsize=200_000)
def _kind(tag: str, written: str, tests: frozenset[Test]) -> Kind:
    found = {name.lower(): unescape(one or other or bare) for name, one, other, bare in ATTRIBUTE.findall(written)}
    of_name = _by_name(tests)
    told = {name: value if any(test[1] and passes(value, test) for test in of_name[name]) else ""
            for name, value in found.items() if name in of_name}  # fmt: skip
    return Kind(tag.lower(), frozenset(found.get("class", "").split()), tuple(sorted(told.items())))


@lru_cache(maxsize=200_000)
def _kinds(text: str, tests: frozenset[Test]) -> frozenset[Kind]:
    return frozenset(_kind(tag, written, tests) for tag, written in TAG.findall(text))


def of(html: str, tests: frozenset[Test]) -> frozenset[Kind]:
    """The kinds of elements in the text of a page, as far as a sheet with these tests can tell them apart."""
    return together([html], tests)


def together(pages: Iterable[str], tests: frozenset[Test]) -> frozenset[Kind]:
    """The kinds of elements in the texts of all `pages`."""
    tags: set[str] = set()
    for html in pages:
        tags.update(WRITTEN.findall(SILENT.sub(r"<\1\2>", html)))
    return frozenset(kind for tag in tags for kind in _kinds(tag, tests))
