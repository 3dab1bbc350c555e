"""Lighthouse's four marks of pages, on its own phone with its simulated slow line; the median of three where one pass is not full.

Lighthouse is a program of npm: `npm install lighthouse` in any folder, which is then given. Nothing of it belongs to the project.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

#: The marks, out of 100, in the order of reports; and what is printed beside them.
MARKS = ("performance", "accessibility", "best-practices", "seo")
MEASURES = {"largest-contentful-paint": "LCP", "total-blocking-time": "TBT", "cumulative-layout-shift": "CLS"}
FULL, RUNS = 100, 3


class UnjudgedError(Exception):
    """Lighthouse did not judge a page; says which and what it said."""


def program(folder: Path) -> Path | None:
    """Lighthouse as installed in `folder`; None when it is not there."""
    found = folder / "node_modules/.bin/lighthouse"
    return found if found.exists() else None


def _run(lighthouse: Path, url: str, flags: Iterable[str]) -> dict[str, Any]:
    command = [str(lighthouse), url, "--quiet", "--output=json", f"--only-categories={','.join(MARKS)}",
               f"--chrome-flags=--headless {' '.join(flags)}"]  # fmt: skip
    environment = {**os.environ, "CHROME_PATH": shutil.which("chromium") or shutil.which("google-chrome") or "chromium"}
    run = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if run.returncode:
        raise UnjudgedError(f"{url}: {' '.join(run.stderr.split())[-300:]}")
    return dict(json.loads(run.stdout))


def _numbers(found: dict[str, Any]) -> dict[str, float]:
    """Marks out of 100 and measures (ms; layout shift has no unit) of one run."""
    marks = {key: round(100 * found["categories"][key]["score"]) for key in MARKS}
    return marks | {key: found["audits"][key]["numericValue"] for key in MEASURES}


def _lost(found: dict[str, Any]) -> set[str]:
    """Audits that cost a mark."""
    weighty = {row["id"] for key in MARKS for row in found["categories"][key]["auditRefs"] if row["weight"]}
    return {key for key, audit in found["audits"].items() if key in weighty and audit["score"] is not None and audit["score"] < 0.9}


def judge(lighthouse: Path, url: str, flags: Iterable[str]) -> tuple[dict[str, float], set[str], int]:
    """The numbers of the page at `url`, what cost a mark, and how many runs that took: three where one was not full."""
    flags = list(flags)
    found = [_run(lighthouse, url, flags)]
    if any(_numbers(found[0])[key] < FULL for key in MARKS):
        found += [_run(lighthouse, url, flags) for _ in range(RUNS - 1)]
    numbers = [_numbers(each) for each in found]
    return {key: statistics.median(each[key] for each in numbers) for key in numbers[0]}, set.union(*map(_lost, found)), len(found)


def line(path: str, numbers: dict[str, float], lost: set[str], runs: int) -> str:
    """A row of the report."""
    marks = " ".join(f"{numbers[key]:>4.0f}" for key in MARKS)
    measures = "".join(f"{numbers[key]:>9.3f}" if key.endswith("shift") else f"{numbers[key]:>7.0f}" for key in MEASURES)
    return f"/{path:<40}{marks}{measures}  {f'median of {runs}' if runs > 1 else ''}  {' '.join(sorted(lost))}".rstrip()
