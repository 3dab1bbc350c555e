"""Run every check: lint, types, then the tests (unit, golden, built site, real browser). Stops at the first that fails."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STEPS = (
    ("ruff", "check", "."),
    ("mypy",),
)


def main(argv: list[str] | None = None) -> int:
    """Run the steps; exit with the code of the first that fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true", help="also the complete long runs that are sampled otherwise")
    options, rest = parser.parse_known_args(argv)
    tests = ("pytest", "-q", *(("-m", "long or not long") if options.all else ()), *rest)
    for step in (*STEPS, tests):
        print(f"── {' '.join(step)}", flush=True)
        code = subprocess.run([sys.executable, "-m", *step], cwd=ROOT, check=False).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
