"""`python -m building.preview`: show the project around this package while it is written."""

from __future__ import annotations

import argparse
import contextlib
import logging
import os
import sys
import tempfile
import threading
from pathlib import Path

from building.preview import watching
from building.preview.behind import Behind
from building.preview.project import Project
from building.preview.server import Server

ROOT = Path(__file__).resolve().parents[3]


def main() -> int:
    """Serve until the keyboard interrupts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--project", type=Path, default=ROOT, help="folder of the project")
    parser.add_argument("--port", type=int, default=8000, help="port on 127.0.0.1; 0 for any that is free")
    options = parser.parse_args()
    root = options.project.resolve()
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    with tempfile.TemporaryDirectory(prefix="preview-") as folder:
        project = Project(root, Path(folder) / "pages")
        behind = Behind(root, Path(folder))
        server = Server(options.port, project, behind)

        def saved(files: set[Path]) -> None:
            if any(file.is_relative_to(root / "scripts") or file.name == watching.CONFIG for file in files):
                _restart(server, behind)
            project.read_again(files)
            if project.trouble:
                print(project.trouble, file=sys.stderr, flush=True)
            server.tell()
            behind.want()

        threading.Thread(target=watching.follow, args=(root, saved), daemon=True).start()
        print(f"http://127.0.0.1:{server.server_address[1]}/", flush=True)
        if project.trouble:
            print(project.trouble, file=sys.stderr, flush=True)
        behind.want()
        try:
            with contextlib.suppress(KeyboardInterrupt):
                server.serve_forever()
        finally:
            behind.end()
    return 0


def _restart(server: Server, behind: Behind) -> None:
    """The program itself changed: begin anew, on the same port."""
    port = server.server_address[1]
    server.server_close()
    behind.end()
    arguments = [each for each in sys.argv[1:] if not each.startswith("--port")]
    os.execv(sys.executable, [sys.executable, "-m", "building.preview", *arguments, f"--port={port}"])  # noqa: S606 (our own interpreter)


if __name__ == "__main__":
    sys.exit(main())
