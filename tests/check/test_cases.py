"""Golden cases of the check: files in, exact report out. Adding one is adding a file below `cases/<rule>/`."""

from pathlib import Path

import pytest
import yaml

from check_project import CASES, case_report
from sitekit.checking.rules import RULES
from sitekit.checking.suppress import RULE as EXCEPTIONS

FILES = sorted(CASES.glob("*/*.yml"))


@pytest.mark.parametrize("file", FILES, ids=[f"{file.parent.name}/{file.stem}" for file in FILES])
def test_case(file: Path, tmp_path: Path) -> None:
    """The rule says of these files exactly this, in Vietnamese, and nothing else."""
    case = yaml.safe_load(file.read_text("utf-8"))
    assert case_report(case, file.parent.name, tmp_path) == case["report"].rstrip("\n")


def test_every_rule_has_cases() -> None:
    """Each rule has at least two cases in which it speaks and one look-alike in which it is silent; no case is without its rule."""
    spoken = {file: bool(yaml.safe_load(file.read_text("utf-8"))["report"]) for file in FILES}
    for rule in [*(rule.name for rule in RULES), EXCEPTIONS]:
        states = [speaks for file, speaks in spoken.items() if file.parent.name == rule]
        assert states.count(True) >= 2, rule
        assert states.count(False) >= 1, rule
    assert {file.parent.name for file in FILES} == {rule.name for rule in RULES} | {EXCEPTIONS}
