"""A site without an address or a publisher does not go out."""

import pytest

from check_publishable import problems


@pytest.mark.parametrize(("address", "official", "unofficial", "expected"), [
    ("https://nghean.example/", True, False, ["no-address"]),
    ("http://example.org/", True, False, ["no-address"]),
    ("https://localhost:8000/", True, False, ["no-address"]),
    ("", False, False, ["no-address", "no-publisher"]),
    ("https://promote.org/nghe-an/", False, False, ["no-publisher"]),
    ("https://promote.org/nghe-an/", False, True, []),
    ("https://promote.org/nghe-an/", True, False, []),
])  # fmt: skip
def test_what_stands_in_the_way(address: str, official: bool, unofficial: bool, expected: list[str]) -> None:
    """The example address and a missing publisher are refused; a site may go out as unofficial only when asked to."""
    assert [problem.rule for problem in problems(address, {"official": official}, unofficial)] == expected
