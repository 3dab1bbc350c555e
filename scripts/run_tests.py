"""Run every check: lint, types, pages and translations, then the tests (unit, golden, built site, real browser).

Stops at the first that fails. On GitHub the findings of the check become notes beside the lines and a summary of the run.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from sitekit.checking import ci

ROOT = Path(__file__).resolve().parent.parent
#: One process a core, up to four: each drives a browser of its own.
PYTEST = ("pytest", "-q", "--numprocesses", "auto", "--maxprocesses", "4", "--dist", "worksteal")
STEPS = (
    ("ruff", "check", "."),
    ("mypy",),
)


def _say(step: str) -> None:
    print(f"── {step}", flush=True)


def _check() -> int:
    """Pages and translations, before anything is built from them."""
    _say("check_translations")
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    return ci.step(ROOT, "vi", bool(os.environ.get("GITHUB_ACTIONS")), Path(summary) if summary else None)


def _run(step: tuple[str, ...]) -> int:
    _say(" ".join(step))
    return subprocess.run([sys.executable, "-m", *step], cwd=ROOT, check=False).returncode


def main(argv: list[str] | None = None) -> int:
    """Run the steps; exit with the code of the first that fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true", help="also the complete long runs that are sampled otherwise")
    options, rest = parser.parse_known_args(argv)
    tests = (*PYTEST, *(("-m", "long or not long") if options.all else ()), *rest)
    for step in STEPS:
        if code := _run(step):
            return code
    return _check() or _run(tests)


if __name__ == "__main__":
    sys.exit(main())
