"""The complete build behind the preview: it starts a while after the last change and gives way to everything else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[2]
#: Seconds without a change before a build begins.
QUIET = 2.0


class Behind:
    """Builds the project at `root` into one of two folders below `folder` by turns."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.root, self._folder = root, folder
        #: The newest complete build.
        self.site: Path | None = None
        self._wanted, self._ended = threading.Event(), threading.Event()
        self._process: subprocess.Popen[str] | None = None
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def want(self) -> None:
        """Something changed: what is being built is out of date."""
        self._wanted.set()
        if self._process:
            self._process.terminate()

    def _work(self) -> None:
        number = 0
        while not self._ended.is_set():
            self._wanted.wait()
            self._wanted.clear()
            if self._wanted.wait(QUIET):
                continue  # one more change
            target = self._folder / f"site-{number % 2}"
            if self._build(target):
                self.site, number = target, number + 1

    def _build(self, target: Path) -> bool:
        environment = {**os.environ, "PYTHONPATH": str(SCRIPTS)}
        command = [sys.executable, "-m", "building", "--project", str(self.root), "--site-dir", str(target)]
        if nice := shutil.which("nice"):
            command = [nice, *command]
        self._process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
        said = self._process.communicate()[1]
        if self._process.returncode > 0:  # below 0: it was ended for a newer one
            print(said, file=sys.stderr, flush=True)
        return self._process.returncode == 0

    def end(self) -> None:
        """Stop what is running."""
        self._ended.set()
        self.want()
