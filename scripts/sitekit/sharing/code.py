"""The code that a phone scans, as SVG inside the page."""

from __future__ import annotations

import io
from html import escape

import segno

#: Empty modules around the code, as its standard asks: on a dark page they are its only light ground.
QUIET = 4


def svg(url: str, label: str) -> str:
    """A QR code of `url` that says `label` to those who do not see it. Black on white in any dress of the page."""
    made = segno.make(url, error="m", micro=False)
    buffer = io.BytesIO()
    made.save(buffer, kind="svg", border=QUIET, light="#fff", dark="#000", omitsize=True, xmldecl=False, svgns=False, nl=False,
              svgclass=None, lineclass=None)  # fmt: skip
    return buffer.getvalue().decode().replace("<svg ", f'<svg role="img" aria-label="{escape(label)}" ', 1)
