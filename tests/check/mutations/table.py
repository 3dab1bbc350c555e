"""Makes faults from a seed, lets the check look for them, and prints the share found of each kind.

`python tests/check/mutations/table.py [--root DIR] [--each N] [--seed N] [--missed]`
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, field
from pathlib import Path

if __name__ == "__main__":
    HERE = Path(__file__).resolve()
    sys.path[0:1] = [str(HERE.parents[3] / "scripts"), str(HERE.parents[1])]

from mutations import figures, harmless, names, project, structure, writing
from mutations.changed_site import Site, load, new
from mutations.fault import Kind, faults

KINDS: tuple[Kind, ...] = (*figures.KINDS, *structure.KINDS, *writing.KINDS, *names.KINDS, *project.KINDS)
HARMLESS: tuple[Kind, ...] = harmless.KINDS
SEED = 20250701


@dataclass
class Row:
    """One kind: how many faults were made, how many found, and what was missed (or, of harmless edits, raised)."""

    kind: str
    made: int = 0
    found: int = 0
    missed: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The share found; 1 where nothing was made."""
        return self.found / self.made if self.made else 1.0


def look(site: Site, kinds: tuple[Kind, ...], each: int, seed: int = SEED) -> list[Row]:
    """A row for each kind, of `each` faults where the pages have room for them."""
    rows = []
    for kind in kinds:
        row = Row(kind.name)
        for fault in faults(kind, site, seed, each):
            row.made += 1
            raised = new(site, fault.changes)
            right = bool(raised & set(fault.expected)) if fault.expected else not raised
            row.found += right
            if not right:
                row.missed.append(f"{fault.what}  {', '.join(sorted(raised)) or 'nothing'}")
        rows.append(row)
    return rows


def total(rows: list[Row]) -> Row:
    """All rows as one."""
    return Row("all", sum(row.made for row in rows), sum(row.found for row in rows))


def printed(rows: list[Row], heads: tuple[str, str] = ("kind of fault", "found")) -> str:
    """The table as Markdown."""
    lines = [f"| {heads[0]} | made | {heads[1]} | share |", "|---|---:|---:|---:|"]
    lines += [f"| {row.kind} | {row.made} | {row.found} | {100 * row.share:.1f} % |" for row in (*rows, total(rows))]
    return "\n".join(lines)


def main() -> None:
    """Print both tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[3])
    options.add_argument("--each", type=int, default=40)
    options.add_argument("--seed", type=int, default=SEED)
    options.add_argument("--missed", action="store_true", help="name each fault that was missed")
    options.add_argument("--kind", action="append", help="only these kinds")
    given = options.parse_args()
    site = load(given.root)
    for kinds, heads in ((KINDS, ("kind of fault", "found")), (HARMLESS, ("harmless edit", "silent"))):
        rows = look(site, tuple(kind for kind in kinds if not given.kind or kind.name in given.kind), given.each, given.seed)
        print(printed(rows, heads) + "\n")
        if given.missed:
            print("\n".join(f"{row.kind}: {one}" for row in rows for one in row.missed) + "\n")


if __name__ == "__main__":
    main()
