"""Build the site into `site/`, or show it while it is written (`--preview`).

`mkdocs build --strict` writes the same bytes; this takes a fraction of its time: languages are built beside each other,
and what did not change since the last build is not made again (`--no-cache` makes everything again). It builds beside
`site/`, which is then replaced at once: whoever looks into it finds the old site whole or the new one, whatever happens
to the build.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from sitekit import beside
from sitekit.problems import Problem

ROOT = Path(__file__).resolve().parent.parent


def main(argv: list[str] | None = None) -> int:
    """Run MkDocs; exit with its code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--preview", action="store_true", help="serve on 127.0.0.1:8000 and follow changes")
    parser.add_argument("--output", type=Path, default=ROOT / "site", help="folder of the built site")
    parser.add_argument("--engine", choices=("mkdocs", "properdocs"), default="mkdocs", help="program that builds: README")
    parser.add_argument("--no-cache", action="store_true", help="make every page again")
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="language of messages")
    options = parser.parse_args(argv)
    # the theme prints a notice about its own future on every build; README says what it means for this site
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_LANG": options.lang}
    if options.no_cache:
        environment["SITE_CACHE"] = "off"
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, (str(ROOT / "scripts"), environment.get("PYTHONPATH", ""))))
    # the other engine is built with as it comes
    own = options.engine == "mkdocs"
    command = [sys.executable, "-m"]
    if options.preview:
        preview = ["building.preview"] if own else [options.engine, "serve"]
        return subprocess.run([*command, *preview], cwd=ROOT, env=environment, check=False).returncode
    command += ["building"] if own else [options.engine, "build", "--strict"]
    try:
        with beside.made(options.output.resolve()) as folder:
            subprocess.run([*command, "--site-dir", str(folder)], cwd=ROOT, env=environment, check=True)
    except subprocess.CalledProcessError as error:
        return error.returncode if error.returncode > 0 else 3
    except OSError as error:
        print(Problem("build-no-room", str(error.filename or options.output), words={"reason": error.strerror}).text(options.lang))
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
