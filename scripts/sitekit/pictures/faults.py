"""What can be wrong with a picture, by the names of the rules; the sentences stand in `data/messages/pictures.yml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sitekit.problems import ContentError, Problem

HEIC = "picture-heic"
OTHER_FORMAT = "picture-other-format"
LFS = "picture-lfs-pointer"
WEB_PAGE = "picture-web-page"
SAME_NAME = "picture-same-name"
SLOW_DRAWING = "drawing-too-slow"
NO_SIZE = "drawing-without-size"
CLEANED = "drawing-cleaned"
TEXT = "drawing-with-text"
ANIMATED = "picture-animated"
PROFILE = "picture-colour-profile"
OVER_BUDGET = "picture-over-budget"
NO_RECORD = "picture-without-record"
NO_PICTURE = "record-without-picture"
GAPS = "record-incomplete"
NO_MAPPING = "record-not-a-list-of-keys"
SAME_TEXT = "record-same-text"
LICENCE = "record-unknown-licence"
FOCAL_POINT = "record-focal-point"
PLACE = "record-unknown-place"
SUBJECT = "record-unknown-subject"
OUT_OF_DATE = "pictures-out-of-date"
NO_FOLDER = "pictures-no-folder"
NO_WRITING = "pictures-cannot-write"
NO_ROOM = "pictures-no-room"


class PictureError(Exception):
    """A picture that cannot be used: the rule's name and the words that fill its sentence."""

    def __init__(self, rule: str, **words: Any) -> None:
        super().__init__(rule)
        self.rule = rule
        self.words = words

    def problem(self, name: str) -> Problem:
        """The message about picture `name` (path below the source folder)."""
        return Problem(self.rule, name, words=self.words)


class StorageError(ContentError):
    """Nothing can be written; a fault of the place, not of a picture."""

    def __init__(self, error: OSError, path: Path) -> None:
        rule = NO_ROOM if error.errno in {27, 28, 122} else NO_WRITING  # EFBIG, ENOSPC, EDQUOT
        super().__init__([Problem(rule, path.name, words={"reason": error.strerror or ""})])
