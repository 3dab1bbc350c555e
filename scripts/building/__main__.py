"""`python -m building --site-dir DIR`: build the whole project around this package. Exits like `mkdocs build --strict`."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from pathlib import Path

from mkdocs.exceptions import Abort, ConfigurationError

from building import whole

ROOT = Path(__file__).resolve().parents[2]


def main(argv: list[str] | None = None) -> int:
    """Build; 0, or 1 and the reason."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site-dir", type=Path, required=True, help="folder of the built site, emptied first")
    parser.add_argument("--project", type=Path, default=ROOT, help="folder of the project")
    parser.add_argument("--processes", type=int, default=None, help="how many at once; as many as there are cores")
    parser.add_argument("--verbose", action="store_true", help="name every page that had to be made")
    options = parser.parse_args(argv)
    if options.verbose:
        logging.basicConfig(format="%(message)s")
        logging.getLogger("building").setLevel(logging.INFO)
    try:
        whole.build(options.project.resolve(), options.site_dir.resolve(), options.processes)
    except (Abort, ConfigurationError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # taking the pages of a whole site out of memory one by one would only take time
