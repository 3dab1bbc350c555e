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
from functools import partial
from pathlib import Path

from sitekit import beside, child
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
    if options.preview:
        preview = ["building.preview"] if own else [options.engine, "serve"]
        return _program(preview, environment)
    try:
        with beside.made(options.output.resolve()) as folder:
            place = ["--site-dir", str(folder)]
            if own and hasattr(os, "fork"):
                code = child.run(partial(_build, place, environment))
            else:
                code = _program([*(["building"] if own else [options.engine, "build", "--strict"]), *place], environment)
            if code:
                raise _FailedError(code)
    except _FailedError as error:
        return error.code if error.code > 0 else 3
    except OSError as error:
        print(Problem("build-no-room", str(error.filename or options.output), words={"reason": error.strerror}).text(options.lang))
        return 3
    return 0


class _FailedError(Exception):
    """A build ended with `code`: the site that was there stays."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def _program(words: list[str], environment: dict[str, str]) -> int:
    """The exit code of a module with its arguments, run by Python."""
    return subprocess.run([sys.executable, "-m", *words], cwd=ROOT, env=environment, check=False).returncode


def _build(arguments: list[str], environment: dict[str, str]) -> int:
    """What `python -m building` does, in the process that is to do nothing else."""
    os.environ.update(environment)
    os.chdir(ROOT)
    from building.__main__ import main as build  # noqa: PLC0415 (whoever only asks for help need not wait for the engine)

    return build(arguments)


if __name__ == "__main__":
    sys.exit(main())
