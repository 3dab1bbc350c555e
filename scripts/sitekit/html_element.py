"""One element of a built page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


@dataclass
class Element:
    """One element: `children` are elements and texts in their order."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        """The names of its classes."""
        return self.attrs.get("class", "").split()

    def walk(self) -> Iterator[Element]:
        """This element and all below it."""
        waiting: list[Element] = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(child for child in reversed(element.children) if isinstance(child, Element))

    def find(self, tag: str, name: str = "") -> list[Element]:
        """Every `tag` at or below this element, of class `name` if that is given."""
        return [each for each in self.walk() if each.tag == tag and (not name or name in each.classes)]
