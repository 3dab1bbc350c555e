"""Draws one SVG to PNG: `python -m sitekit.pictures.draw_vector WIDTH < in.svg > out.png`.

A process of its own, because the renderer keeps Python's lock while it works (two pictures would not use two cores)
and because a hostile file must be stoppable.
"""

from __future__ import annotations

import sys

import resvg_py


def main() -> int:
    """Read SVG from standard input, write PNG to standard output; exit 1 when it does not parse."""
    try:
        drawn = bytes(resvg_py.svg_to_bytes(svg_string=sys.stdin.buffer.read().decode("utf-8"), width=int(sys.argv[1])))
    except (ValueError, UnicodeDecodeError) as error:
        print(error, file=sys.stderr)
        return 1
    sys.stdout.buffer.write(drawn)
    return 0


if __name__ == "__main__":
    sys.exit(main())
