"""Continuous integration: valid, pinned, with no more rights than it needs, and nothing that a developer could not run."""

from __future__ import annotations

import json
import re
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

import change_summary
from sitekit import changed_pages

SCHEMAS = resources.files("check_jsonschema") / "builtin_schemas/vendor"
STEP = re.compile(r'make ([a-z-]+)( BASE="\$\{[^"]+\}")?( >>? ("\$\{GITHUB_STEP_SUMMARY\}"|summary\.md))?')
OTHERS = {".ci/run", 'sudo -E env "PATH=${PATH}" .ci/run', "cp -r site public"}


def _github(root: Path) -> dict[str, Any]:
    # BaseLoader: YAML 1.1 would read the key `on` as true
    loaded: dict[str, Any] = yaml.load((root / ".github/workflows/site.yml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return loaded


def _gitlab(root: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((root / ".gitlab-ci.yml").read_text("utf-8"))
    return loaded


def _commands(root: Path) -> list[str]:
    steps = [step["run"] for job in _github(root)["jobs"].values() for step in job["steps"] if "run" in step]
    jobs = [job for job in _gitlab(root).values() if isinstance(job, dict) and "script" in job]
    return [*steps, *(line for job in jobs for line in job["script"])]


@pytest.mark.parametrize(("name", "schema"), [(".github/workflows/site.yml", "github-workflows"), (".gitlab-ci.yml", "gitlab-ci"),
                                              (".github/dependabot.yml", "dependabot")])  # fmt: skip
def test_files_keep_the_published_schemas(root: Path, name: str, schema: str) -> None:
    """Each file is valid by the schema that its host publishes; a misspelt key would not be."""
    rules = json.loads((SCHEMAS / f"{schema}.json").read_text("utf-8"))
    file = yaml.safe_load((root / name).read_text("utf-8"))
    if True in file:
        file["on"] = file.pop(True)
    kind = jsonschema.validators.validator_for(rules)
    assert [error.message for error in kind(rules).iter_errors(file)] == []
    assert [*kind(rules).iter_errors({**file, "jobbs": {}, "version": "x"})] or schema == "gitlab-ci"


def test_steps_are_verbs(root: Path) -> None:
    """Every command of both files is a verb of the Makefile, or `.ci/run`, which ends in one; nothing from a change is in it."""
    verbs = set(re.findall(r"^([a-z-]+):", (root / "Makefile").read_text("utf-8"), re.MULTILINE))
    commands = _commands(root)
    assert len(commands) > 10
    for command in commands:
        match = STEP.fullmatch(re.sub(r":-[^}]*", "", command))
        assert command in OTHERS or (match and match[1] in verbs), command
        assert "${{" not in command, "text of a change would become a command"


def test_order_of_the_steps(root: Path) -> None:
    """Check → pictures → site → audit, in both."""
    wanted = ["make check", "make pictures", "make site", "make audit"]
    assert [command for command in _commands(root) if command in wanted] == wanted * 2


def test_actions_are_pinned(root: Path) -> None:
    """Every action is named by a full commit, with its version beside it, and is one of GitHub's own."""
    text = (root / ".github/workflows/site.yml").read_text("utf-8")
    used = re.findall(r"uses: (.*)", text)
    assert used
    for each in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each), each
    assert len(set(used)) == len({each.partition("@")[0] for each in used}), "one version of each"


def test_rights_and_limits(root: Path) -> None:
    """Reading is all that the jobs may do but the one that publishes; each has a time limit; a newer run ends an older one."""
    file = _github(root)
    assert file["permissions"] == {"contents": "read"}
    assert set(file["on"]) == {"pull_request", "push", "workflow_dispatch"}, "never pull_request_target, which lends rights to strangers"
    assert file["concurrency"]["group"].endswith("github.ref }}")
    assert "cancel-in-progress" in file["concurrency"]
    for name, job in file["jobs"].items():
        assert 0 < int(job["timeout-minutes"]) <= 60, name
        assert job.get("permissions", {}) == ({"pages": "write", "id-token": "write"} if name == "publish" else {}), name
        for step in job["steps"]:
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] == "false"
    publish = file["jobs"]["publish"]
    assert "refs/heads/main" in publish["if"]
    assert set(publish["needs"]) >= {"build", "tests", "second-engine"}


def test_what_a_change_touches() -> None:
    """Pages by language, pages that are gone, data and pictures are told apart."""
    rows = ["M\tdocs/vi/visit/cua-lo.md", "A\tdocs/lo/visit/cua-lo.md", "D\tdocs/en/about/old.md", "M\tdata/figures.yml",
            "A\tdocs/assets/images/x.jpg", "M\tscripts/hooks.py", "M\tdocs/stylesheets/tokens.css"]  # fmt: skip
    found = changed_pages.read(rows, ["en", "vi", "lo", "zh"])
    assert found == changed_pages.Changes({"visit/cua-lo": ["vi", "lo"]}, {"about/old": ["en"]}, ["data/figures.yml"],
                                          ["docs/assets/images/x.jpg"], 2)  # fmt: skip
    text = change_summary.changes(found, ["en", "vi", "lo", "zh"], "en", ["visit/new"])
    assert "| `visit/cua-lo` |  | ✎ | ✎ |  |" in text
    assert "Removed: `about/old`" in text
    assert "to be added to data/published.txt: `visit/new`" in text


def test_summary_of_this_project(capsys: pytest.CaptureFixture[str]) -> None:
    """The summary is Markdown in Vietnamese with the state of every language; a base that is no commit is never given to git."""
    assert change_summary.main(["--base=--output=/tmp/x"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("## Thay đổi này\n\nKhông rõ")
    assert said.count("\n## ") >= 1
