"""A drawing as pixels, by a process that can be stopped."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from sitekit.pictures import faults
from sitekit.pictures.faults import PictureError

SCRIPTS = Path(__file__).resolve().parents[2]
#: Seconds after which a drawing that does not end is given up; a good one takes ten to twenty.
PATIENCE = 300


def draw(data: bytes, width: int) -> bytes:
    """Clean drawing `data` as PNG, `width` pixels wide; PictureError when it cannot be drawn in time."""
    command = [sys.executable, "-m", "sitekit.pictures.draw_vector", str(width)]
    environment = {**os.environ, "PYTHONPATH": str(SCRIPTS)}
    try:
        done = subprocess.run(command, input=data, capture_output=True, check=True,
                              timeout=PATIENCE, env=environment)  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise PictureError(faults.SLOW_DRAWING, seconds=PATIENCE) from error
    except subprocess.SubprocessError as error:
        raise PictureError("picture-unreadable") from error
    return done.stdout
