"""A small project written to a folder, and what rules say of it: what the tests of the check share.

`python tests/check/check_project.py CASE …` prints the report of golden cases, with `--write` into the cases themselves:
to be read with care before it is kept, for it is then what the tool promises to say.
"""

from __future__ import annotations

import datetime
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from sitekit.checking import report_text, run
from sitekit.checking.corpus import Corpus
from sitekit.checking.rules import BY_NAME
from sitekit.checking.suppress import RULE as EXCEPTIONS

CASES = Path(__file__).resolve().parent / "cases"
TODAY = datetime.date(2026, 11, 26)
#: Every project of a case has these files unless it brings its own or sets them to null.
BASE = {
    "data/languages.yml": "- {code: en, locale: en_GB, required: true}\n- {code: vi, locale: vi, required: true}\n"
                          "- {code: lo, locale: lo, required: false}\n- {code: zh, locale: zh_Hans, required: false}\n",
}  # fmt: skip


def write(folder: Path, files: dict[str, str | bytes | None]) -> Path:
    """Write the files (path → content) of a project to `folder`."""
    for path, content in {**BASE, **files}.items():
        if content is not None:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return folder


def report(folder: Path, rule: str, today: datetime.date = TODAY, language: str = "vi", only: tuple[str, ...] = ()) -> str:
    """What `rule` says of the project in `folder`; exceptions are judged when it is theirs to be tested."""
    corpus = Corpus(folder, only, today)
    rules = list(BY_NAME.values()) if rule == EXCEPTIONS else [BY_NAME[rule]]
    found = [one for one in run.check(corpus, rules, BY_NAME) if one.problem.rule == rule]
    return report_text.findings(found, language)


def case_report(case: dict[str, Any], rule: str, folder: Path) -> str:
    """The report of a golden case, its project written to `folder`."""
    today = case.get("today") or TODAY
    return report(write(folder, case["files"]), rule, today, case.get("lang", "vi"), tuple(case.get("only", ())))


def _main(arguments: list[str]) -> None:
    for name in arguments:
        if name == "--write":
            continue
        path = Path(name)
        text = path.read_text("utf-8")
        with tempfile.TemporaryDirectory() as folder:
            said = case_report(yaml.safe_load(text), path.parent.name, Path(folder))
        print(f"── {path.parent.name}/{path.stem}\n{said}\n")
        if "--write" in arguments:
            body = "".join(f"  {line}".rstrip() + "\n" for line in said.split("\n"))
            path.write_text(text.partition("\nreport:")[0] + (f"\nreport: |\n{body}" if said else '\nreport: ""\n'), "utf-8")


if __name__ == "__main__":
    _main(sys.argv[1:])
