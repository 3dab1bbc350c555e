"""The check as a step of continuous integration: once over the project, told to people, to the change, and in a summary."""

from __future__ import annotations

from pathlib import Path

from sitekit.checking import report_github, report_markdown, report_text, run, status, status_text
from sitekit.checking.corpus import Corpus
from sitekit.checking.rules import RULES
from sitekit.intake import files


def step(root: Path, language: str, annotate: bool, summary: Path | None) -> int:
    """Check the project in `root` and print what was found; the exit code, 1 for errors.

    `annotate` also prints workflow commands; `summary` is a Markdown file to which verdict and state of translations are added.
    """
    if stopped := files.problems(root):  # of these nothing is read
        print("\n\n".join(problem.text(language) for problem in stopped), flush=True)
        return 1
    corpus = Corpus(root)
    found = run.check(corpus, RULES)
    if found:
        print(report_text.report(found, language), flush=True)
        if annotate:
            print(report_github.report(found, language), flush=True)
    if summary:
        parts = [report_markdown.report(found, language), status_text.markdown(status.table(corpus), language), ""]
        with summary.open("a", encoding="utf-8") as file:
            file.write("\n".join(parts))
    return 1 if any(one.level == "error" for one in found) else 0
