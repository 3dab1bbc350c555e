"""Nothing is missed: seeded single faults on the real pages, and edits that do no harm.

`make test` looks for a sample of each kind; the complete run is `make test-all`, and
`python tests/check/mutations/table.py --each 40` prints its table.
"""

from pathlib import Path

import pytest
from mutations.changed_site import Site, load
from mutations.table import HARMLESS, KINDS, Row, look, printed, total

SAMPLE, COMPLETE = 5, 40


@pytest.fixture(scope="module")
def site(root: Path) -> Site:
    """The project's own pages."""
    return load(root)


def missed(rows: list[Row]) -> str:
    """The table and every fault that went unnoticed, for the message of a failed assertion."""
    return "\n".join([printed(rows), *(f"{row.kind}: {fault}" for row in rows for fault in row.missed)])


def test_a_sample_of_faults_is_found(site: Site) -> None:
    """Of a few faults of every kind at least 98 in 100 are found by a rule that is about them, and none of a kind is left out."""
    rows = look(site, KINDS, SAMPLE)
    assert all(row.made for row in rows), missed(rows)
    assert total(rows).made >= 150, missed(rows)
    assert total(rows).share >= 0.98, missed(rows)


def test_a_sample_of_harmless_edits_raises_nothing(site: Site) -> None:
    """White space, a synonym, the order of a header, an accepted change, a new value and a link spelt otherwise are no faults."""
    rows = look(site, HARMLESS, SAMPLE)
    assert total(rows).share == 1, missed(rows)


@pytest.mark.long
def test_a_thousand_faults(site: Site) -> None:
    """Of at least a thousand faults of at least fourteen kinds 99 in 100 are found, and 95 in 100 of each kind."""
    rows = look(site, KINDS, COMPLETE)
    print(printed(rows))
    assert len(rows) >= 14
    assert total(rows).made >= 1000, missed(rows)
    assert total(rows).share >= 0.99, missed(rows)
    assert all(row.share >= 0.95 for row in rows), missed(rows)


@pytest.mark.long
def test_harmless_edits_raise_nothing(site: Site) -> None:
    """Of two hundred edits that do no harm none raises anything."""
    rows = look(site, HARMLESS, COMPLETE)
    print(printed(rows, ("harmless edit", "silent")))
    assert total(rows).share == 1, missed(rows)
