"""One page as found on disk: read leniently, so that every rule can look at it whatever state it is in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from sitekit.checking import lenient_yaml
from sitekit.checking.blocks import CITATION as _SIGN
from sitekit.checking.blocks import CITED, Block, citation, parse
from sitekit.checking.lenient_yaml import Fault, Map

_HEADER = re.compile(r"---[ \t]*\n(.*?\n|)---[ \t]*(?:\n|\Z)", re.DOTALL)
#: Texts of the header that are translated, in the order in which digests count them.
TEXTS = ("title", "description", "lead")


@dataclass(frozen=True)
class SourcePage:
    """A page. `path` is relative to the project, `name` has neither language nor ending (`visit/cua-lo`).

    `header` is empty when it cannot be read; `faults` say why, with kinds not-utf-8, byte-order-mark, header-missing,
    header-open, header-not-keys, and those of `lenient_yaml.Fault`.
    """

    path: str
    code: str
    name: str
    text: str
    header: Map = field(default_factory=Map)
    body: str = ""
    body_line: int = 1
    faults: tuple[Fault, ...] = ()

    @property
    def readable(self) -> bool:
        """Whether the header was read: rules about its entries keep silent otherwise."""
        return not any(fault.kind not in ("byte-order-mark", "not-utf-8", "duplicate-key") for fault in self.faults)

    def line(self, key: str) -> int:
        """The line of header entry `key`; 1, where the header begins, when it is not there."""
        return self.header.lines.get(key, 1)

    def string(self, key: str) -> str:
        """Header entry `key` as text; empty when it is missing or no text."""
        value = self.header.get(key)
        return value if isinstance(value, str) else ""

    def strings(self, key: str) -> list[str]:
        """Header entry `key` as a list of texts; what is no text is left out."""
        value = self.header.get(key)
        return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the body, in order."""
        return parse(self.body, self.body_line)

    @cached_property
    def header_blocks(self) -> tuple[Block, ...]:
        """Title, description and lead as blocks of those kinds; a missing one is left out."""
        return tuple(_header_block(key, self.line(key), text) for key in TEXTS if (text := self.string(key)))

    @property
    def texts(self) -> tuple[Block, ...]:
        """Everything a visitor reads of the page: header texts, then body."""
        return self.header_blocks + self.blocks

    @cached_property
    def lines(self) -> list[str]:
        """The file's lines; line n of a message is `lines[n - 1]`."""
        return self.text.split("\n")


def _header_block(key: str, line: int, text: str) -> Block:
    cited = tuple(citation(inside) for inside in CITED.findall(text))
    return Block(key, line, line, CITED.sub(_SIGN, text.replace(_SIGN, " ")), cited)


def read(file: Path, path: str, code: str, name: str) -> SourcePage:
    """The page in `file`; never raises for what stands in it."""
    raw = file.read_bytes()
    faults = []
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        faults.append(Fault(raw.count(b"\n", 0, error.start) + 1, "not-utf-8", str(error.start)))
        text = raw.decode("utf-8", "replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.startswith("\ufeff"):
        faults.append(Fault(1, "byte-order-mark"))
        text = text[1:]
    match = _HEADER.match(text)
    if not match:
        faults.append(Fault(1, "header-open" if text.startswith("---\n") else "header-missing"))
        return SourcePage(path, code, name, text, body=text, faults=tuple(faults))
    loaded = lenient_yaml.read(match[1], first_line=2)
    header = loaded.value if isinstance(loaded.value, Map) else Map()
    if not isinstance(loaded.value, Map) and not loaded.faults:
        faults.append(Fault(2, "header-not-keys"))
    body_line = text.count("\n", 0, match.end()) + 1
    return SourcePage(path, code, name, text, header, text[match.end():], body_line, (*faults, *loaded.faults))  # fmt: skip
