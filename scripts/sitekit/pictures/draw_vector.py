"""Draws one SVG to PNG: `python -m sitekit.pictures.draw_vector WIDTH < in.svg > out.png`.

A process of its own, because the renderer keeps Python's lock while it works (two pictures would not use
two cores) and because a hostile file must be stoppable.
"""

from __future__ import annotations

import contextlib
import sys

import resvg_py

#: Bytes of memory that a drawing may take; a good one takes a tenth.
MEMORY = 6 << 30


def _limit_memory() -> None:
    """Where the system can, let a drawing fail alone instead of with the whole machine."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 (not on every system)

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def main() -> int:
    """Read SVG from standard input, write PNG to standard output; exit 1 when it cannot be drawn.

    Fonts of the machine are left out: the same drawing must give the same pixels everywhere.
    """
    _limit_memory()
    try:
        text = sys.stdin.buffer.read().decode("utf-8")
        drawn = bytes(resvg_py.svg_to_bytes(svg_string=text, width=int(sys.argv[1]), skip_system_fonts=True))
    except (ValueError, MemoryError) as error:
        print(error, file=sys.stderr)
        return 1
    sys.stdout.buffer.write(drawn)
    return 0


if __name__ == "__main__":
    sys.exit(main())
