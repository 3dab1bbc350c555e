"""Which font files a page asks for, read from the built sheet and the text of the page.

A browser fetches a face when a letter on the page lies in its range. Which weight a text has is judged by its elements: what
any rule sets bold counts as bold. Text that is not shown at first (a closed list, a hidden part) fetches nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sitekit.html_tree import Element
from sitekit.sheets.model import Group, Verbatim, read

SILENT = {"head", "script", "style", "template", "dialog"}
BOLD_TAGS = {"h1", "h2", "h3", "h4", "h5", "h6", "strong", "b", "th"}
BOLD = re.compile(r"(?:^|;)font-weight:(?:bold|[6-9]00)")
CLASS = re.compile(r"\.([\w-]+)")
LANGUAGE = re.compile(r":lang\(([\w-]+)\)")
FIRST = ":first-child"
OWN_CLASS = re.compile(r"\.[\w-]+")
FAMILY = re.compile(r"\"([^\"]+)\"|([\w-]+)")


@dataclass(frozen=True)
class Face:
    """A file for the letters in `ranges` (first and last code point of each) of a family."""

    family: str
    bold: bool
    ranges: tuple[tuple[int, int], ...]
    file: str

    def has(self, letter: str) -> bool:
        """Whether the file is asked for when this letter is shown."""
        return any(first <= ord(letter) <= last for first, last in self.ranges)


@dataclass(frozen=True)
class _Bold:
    """A rule that sets elements bold: their tag (if it names one) and classes, and classes of elements around them.

    `first`: it holds the first child of an element only. `some`: it goes by more than that, so that others of the kind may not be bold.
    """

    tag: str
    classes: frozenset[str]
    above: frozenset[str]
    first: bool
    some: bool

    @classmethod
    def read(cls, selector: str) -> _Bold:
        """The rule of `selector`."""
        *around, last = re.split(r"[ >+~]", selector)
        first, last = FIRST in last, last.replace(FIRST, "")
        tag, some = re.match(r"[a-z][\w-]*", last), ":" in last or "[" in last
        return cls(tag[0] if tag else "", frozenset(CLASS.findall(last)), frozenset(CLASS.findall(" ".join(around))), first, some)

    def holds(self, element: Element, above: frozenset[str], first: bool) -> bool:
        """Whether it sets `element`, below elements of the classes `above` and perhaps the `first` child of one, bold."""
        return self.tag in {"", element.tag} and self.classes <= set(element.classes) and self.above <= above and self.first <= first


class Faces:
    """The faces of a sheet, families by language and by class (`.name`), and what is set bold or in a family of the system."""

    def __init__(self, css: str) -> None:
        sheet = read(css)
        told = [child for child in sheet.children if isinstance(child, Verbatim) and child.name == "font-face"]
        self.faces = [face for rule in told for face in _face(rule)]
        self._own = {face.family for face in self.faces}
        self.families: dict[str, list[str]] = {"": []}
        self.bold: list[_Bold] = []
        self.system: set[str] = set()
        self._read(sheet)

    def _read(self, sheet: Group) -> None:
        for _, rule in sheet.rules():
            values = {each.name: each.value for each in rule.declarations}
            families = values.get("--md-text-font-family") or values.get("font-family") or ""
            named = [one or other for one, other in FAMILY.findall(families)]
            for text, _ in rule.selectors:
                language = LANGUAGE.fullmatch(text)
                own = OWN_CLASS.fullmatch(text) and "font-family" in values and self._own.intersection(named)
                if language and named:
                    self.families[language[1]] = [name for name in named if name in self._own]
                elif own and "--md-text-font-family" not in values:
                    self.families[text] = [name for name in named if name in self._own]
                elif text == "body" and set(named) & self._own:
                    self.families[""] = [name for name in named if name in self._own]
                elif named and not set(named) & self._own and "var" not in named and "inherit" not in named:
                    self.system |= {text.split()[-1]}
                if BOLD.search(";".join(map(str, rule.declarations))) and "::" not in text:
                    self.bold.append(_Bold.read(text))

    def files(self, page: Element) -> set[str]:
        """The files that the page asks for."""
        asked: set[tuple[str, bool, str]] = set()
        for letter, bold, family in _letters(page, self, "", {False}, frozenset(), first=True):
            asked.add((letter, bold, family))
        found = set()
        for letter, bold, language in asked:
            for family in self.families.get(language, self.families[""]):
                here = [face for face in self.faces if face.family == family and face.bold == bold and face.has(letter)]
                if here:
                    found.add(here[0].file)
                    break
        return found


def _letters(element: Element, faces: Faces, language: str, bold: set[bool], above: frozenset[str],
             first: bool) -> Iterator[tuple[str, bool, str]]:  # fmt: skip
    """(letter, bold, language or class whose families hold) of every text shown at first; `bold` is what it may be."""
    language = next((key for key in faces.families if key and element.attrs.get("lang", "").partition("-")[0] == key), language)
    language = next((key for key in faces.families if key[:1] == "." and key[1:] in element.classes), language)
    rules = [rule for rule in faces.bold if rule.holds(element, above, first)]
    if element.tag in BOLD_TAGS or any(not rule.some for rule in rules):
        bold = {True}
    elif rules:
        bold = bold | {True}
    above = above | set(element.classes)
    closed = element.tag == "details" and "open" not in element.attrs
    eldest = next((child for child in element.children if not isinstance(child, str)), None)
    for child in element.children:
        if isinstance(child, str):
            yield from ((letter, each, language) for letter in set(child) if letter > " " for each in bold)
        elif child.tag in SILENT or "hidden" in child.attrs or (closed and child.tag != "summary"):
            continue
        elif not any(f"{child.tag}[{key}]" in faces.system for key in child.attrs):
            yield from _letters(child, faces, language, bold, above, first=child is eldest)


def _face(rule: Verbatim) -> Iterator[Face]:
    text = rule.text
    family = re.search(r'font-family:"([^"]+)"', text)
    file = re.search(r'url\("?([^")]+)"?\)', text)
    ranges = re.search(r"unicode-range:([^;}]+)", text)
    if family and file:
        parts = [part.strip().removeprefix("U+") for part in (ranges[1] if ranges else "U+0-10FFFF").split(",")]
        pairs = [(part.partition("-")[0], part.partition("-")[2] or part) for part in parts]
        yield Face(family[1], "font-weight:700" in text, tuple((int(first, 16), int(last, 16)) for first, last in pairs), file[1])
