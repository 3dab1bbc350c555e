"""One number, date or time as it was read from a text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

Value = Decimal | str | tuple[int, ...]
#: What the places of a tuple are.
PARTS = {"date": ("year", "month", "day"), "time": ("hour", "minute")}


@dataclass(frozen=True)
class Quantity:
    """What a piece of text says.

    kind: `number`, `date`, `time`, `century`, `phone`, `document` or `code`. value: a Decimal; for a date year, month
    and day (0 where it does not say); for a time hour and minute; for the last three the characters that must agree.
    others: further ways to read it (7 giờ tối is 7 or 19). unit: a key of lexicon/units.yml or empty. calendar:
    `lunar`, `solar` or empty. firm: whether it must have a counterpart in a translation; a number written as a word
    may be worded away. grouped: it was written with a separator of thousands, so it is no year.
    start, end: where in `Reading.text`; written: the characters themselves.
    """

    kind: str
    value: Value
    written: str
    start: int = 0
    end: int = 0
    unit: str = ""
    others: tuple[Value, ...] = ()
    calendar: str = ""
    firm: bool = True
    grouped: bool = False

    @property
    def values(self) -> tuple[Value, ...]:
        """Every way to read it, the likeliest first."""
        return self.value, *self.others

    @property
    def number(self) -> Decimal:
        """The value of a number or century; 0 for anything else."""
        return self.value if isinstance(self.value, Decimal) else Decimal(0)

    def parts(self) -> list[Quantity]:
        """A date or time taken apart into `year`, `month`, `day`, `hour`, `minute`; anything else as it is."""
        names = PARTS.get(self.kind, ())
        if not isinstance(self.value, tuple):
            return [self]
        found = []
        for place, (name, number) in enumerate(zip(names, self.value, strict=True)):
            if number or name == "hour":
                others = tuple(Decimal(other[place]) for other in self.others
                               if isinstance(other, tuple) and len(other) == len(names))  # fmt: skip
                found.append(replace(self, kind=name, value=Decimal(number), others=others))
        return found

    def __str__(self) -> str:
        """A short form for golden cases: `2025-12-19`, `83 percent`, `T07:30`, `~3` for a word."""
        return ("" if self.firm else "~") + self._bare() + (f" {self.calendar}" if self.calendar == "lunar" else "")

    def _bare(self) -> str:
        if isinstance(self.value, Decimal):
            kind = "" if self.kind == "number" else f"{self.kind} "
            return f"{kind}{self.value.normalize():f}" + (f" {self.unit}" if self.unit else "")
        if isinstance(self.value, str):
            return f"{self.kind} {self.value}"
        if self.kind == "date":
            year, month, day = self.value
            if not month:
                return f"{year}" if year else f"---{day:02}"
            return f"{year or '-'}-{month:02}" + (f"-{day:02}" if day else "")
        hour, minute = self.value
        return f"T{hour:02}:{minute:02}"
