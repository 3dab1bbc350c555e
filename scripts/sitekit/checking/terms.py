"""One row of the glossary, whatever stands in it."""

from __future__ import annotations

from dataclasses import dataclass

from sitekit.checking import naming
from sitekit.checking.lenient_yaml import Map
from sitekit.languages import REFERENCE

LONGEST = 120


@dataclass(frozen=True)
class Term:
    """One row of the glossary. forms: agreed form by language; avoid: forms that are wrong here; status: where a form was read.

    common: no name but a word.
    """

    key: str
    forms: dict[str, str]
    avoid: dict[str, tuple[str, ...]]
    status: dict[str, str]
    common: bool

    def why(self, code: str) -> naming.Word:
        """On what the form of language `code` rests: where it was read, or that it is a proposal."""
        status = self.status.get(code, "")
        where = status.partition(":")[2].strip()
        if status.startswith("seen"):
            return naming.either(f"đã thấy ở {where}" if where else "đã thấy trên báo", f"seen: {where}" if where else "seen in print")
        return naming.either("đề xuất", "a proposal") if status.startswith("proposed") else naming.either("tên đã thống nhất", "agreed")

    @property
    def is_name(self) -> bool:
        """Whether it is a name and not a word: Vietnamese writes it with a capital."""
        return not self.common and any(letter.isupper() for letter in self.forms.get(REFERENCE, ""))


def read(key: str, row: Map) -> Term:
    """The term in `row`; what is no text is passed over."""
    forms, avoid, status = {}, {}, {}
    for code, cell in row.items():
        if isinstance(cell, Map) and isinstance(cell.get("form"), str) and 0 < len(cell["form"].strip()) <= LONGEST:
            forms[code] = cell["form"].strip()
            status[code] = str(cell.get("status") or "")
            listed = cell.get("avoid")
            avoid[code] = tuple(form for form in (listed if isinstance(listed, list) else []) if isinstance(form, str) and form.strip())
    return Term(key, forms, avoid, status, row.get("protect") is False)
