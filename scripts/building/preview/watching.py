"""Says which files of the project were saved."""

from __future__ import annotations

import queue
from collections.abc import Callable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

#: What a page can depend on.
WATCHED = ("docs", "data", "overrides", "scripts")
CONFIG = "mkdocs.yml"
#: Saving writes several times; seconds without another event before a change is taken for whole.
SETTLED = 0.05
#: Events that say something was written; a look at a file is none.
WRITTEN = {"created", "modified", "moved", "deleted"}


class _Handler(FileSystemEventHandler):
    def __init__(self, found: queue.Queue[Path]) -> None:
        self.found = found

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in WRITTEN or (event.is_directory and event.event_type == "modified"):
            return
        for name in (event.src_path, event.dest_path):
            path = Path(str(name))
            # what editors and Python keep beside the files they work on
            if name and not path.name.startswith((".", "#")) and not path.name.endswith(("~", ".pyc", ".swp", ".tmp")):
                self.found.put(path)


def follow(root: Path, saved: Callable[[set[Path]], None]) -> None:
    """Call `saved` with the files of each change, for ever."""
    found: queue.Queue[Path] = queue.Queue()
    observer = Observer()
    for folder in WATCHED:
        observer.schedule(_Handler(found), str(root / folder), recursive=True)
    observer.schedule(_Handler(found), str(root), recursive=False)
    observer.start()
    while True:
        files = {found.get()}
        try:
            while True:
                files.add(found.get(timeout=SETTLED))
        except queue.Empty:
            pass
        # beside the folders only the configuration is ours
        files = {file for file in files if file.parent != root or file.name == CONFIG}
        if files:
            saved(files)
