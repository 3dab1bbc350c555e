"""Icons as PNG, drawn from the one drawing of the mark, `docs/assets/icons/favicon.svg`."""

from __future__ import annotations

import importlib.metadata
import re
from pathlib import Path

import resvg_py

from sitekit import kept, programs_digest

SOURCE = "docs/assets/icons/favicon.svg"
FOLDER = "assets/icons/"
#: name → (pixels, part of the square that the mark takes). `maskable`: a phone cuts any shape out of it that holds the
#: middle four fifths; Apple's rounds the corners itself and shows transparent ones black.
ICONS = {"icon-192": (192, 0.0), "icon-512": (512, 0.0), "maskable-512": (512, 0.72), "apple-touch-icon": (180, 0.86)}
BACKGROUND = re.compile(r'<rect\b[^>]*\bfill="(#[0-9a-f]{6})"/>')


def path(name: str) -> str:
    """The address of icon `name` below the root."""
    return f"{FOLDER}{name}.png"


def colour(root: Path) -> str:
    """The colour of the mark's ground: #rrggbb."""
    return _ground((root / SOURCE).read_text("utf-8"))[1]


def _ground(drawing: str) -> tuple[str, str]:
    match = BACKGROUND.search(drawing)
    if not match:
        raise ValueError(SOURCE)
    return match[0], match[1]


def svg(drawing: str, part: float) -> str:
    """`drawing` as it is (`part` 0), or its mark in `part` of a square filled to its corners."""
    if not part:
        return drawing
    ground, fill = _ground(drawing)
    side = float(re.search(r'viewBox="0 0 (\d+)', drawing)[1])  # type: ignore[index]
    edge = side * (1 - part) / 2
    full = f'<rect width="{side}" height="{side}" fill="{fill}"/><g transform="translate({edge:.3f} {edge:.3f}) scale({part})">'
    return drawing.replace(ground, full).replace("</svg>", "</g></svg>")


def write(root: Path, folder: Path) -> None:
    """Draw every icon that is not kept into the built site in `folder`; ValueError when the drawing has no ground."""
    drawing = (root / SOURCE).read_text("utf-8")
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    for name, (pixels, part) in ICONS.items():
        source = svg(drawing, part)
        key = programs_digest.of(importlib.metadata.version("resvg-py"), source, pixels).encode()
        known, _, png = (kept.read_bytes(root, f"icons/{name}") or b"").partition(b"\n")
        if known != key:
            png = bytes(resvg_py.svg_to_bytes(svg_string=source, width=pixels, skip_system_fonts=True))
            kept.write_bytes(root, f"icons/{name}", key + b"\n" + png)
        (folder / path(name)).write_bytes(png)
