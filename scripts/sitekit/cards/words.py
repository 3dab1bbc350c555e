"""The words of a card as SVG: title, section, and the site's mark and name on a badge; each line in the faces of its script."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from sitekit.cards import shapes
from sitekit.cards.faces import Faces
from sitekit.cards.fitting import Fitted
from sitekit.cards.shapes import Shape

#: Full-width marks whose left half is empty: at the start of a line they move out by it.
HOLLOW, HOLLOW_WIDTH = "（《「『【〈“‘", 0.46
#: Size of the drawing of the mark, and how round the corners of its ground are in parts of it.
MARK_SIZE, CORNER = 48, 10 / 48


@dataclass(frozen=True)
class Said:
    """What a card says in `language`; `section` is empty on pages that belong to none."""

    language: str
    title: Fitted
    section: str
    site: str


@dataclass(frozen=True)
class Writer:
    """Writes lines of text into a card."""

    faces: Faces
    language: str

    def line(self, text: str, x: float, y: float, size: float, colour: str) -> str:
        """`text` from `x` on its base line `y`."""
        hollow = HOLLOW_WIDTH * size if self.language == "zh" and text[0] in HOLLOW else 0
        parts = []
        for run in self.faces.runs(text, self.language):
            gap = f' dx="{run.gap * size:.2f}"' if run.gap else ""
            parts.append(f'<tspan font-family="{run.face.family}"{gap}>{escape(run.text, quote=False)}</tspan>')
        return (f'<text x="{x - hollow:.2f}" y="{y:.2f}" font-size="{size:g}" font-weight="700" fill="{colour}" '
                f'xml:space="preserve">{"".join(parts)}</text>')  # fmt: skip


def top(said: Said, shape: Shape) -> float:
    """Where the words of a card of `shape` begin, in pixels from its upper edge; the site's name stands apart."""
    size = said.title.size
    height = size * (shapes.leading(said.language) * (len(said.title.lines) - 1) + shapes.ascent(said.language))
    return shape.height - shape.foot - height - (1.5 * shape.label if said.section else 0)


def _badge(said: Said, shape: Shape, writer: Writer, mark: str) -> str:
    """The mark, and beside it on the same ground the site's name where there is room for it."""
    name, x, y = "", shape.margin, round(shape.margin * 0.75)
    if shape.brand:
        start = shape.mark + 0.12 * shape.brand
        width = start + writer.faces.width(said.site, said.language) * shape.brand + 0.6 * shape.brand
        ground = re.search(r'fill="(#\w+)"', mark)
        name = (f'<rect x="{x}" y="{y}" width="{width:.0f}" height="{shape.mark}" rx="{shape.mark * CORNER:g}" '
                f'fill="{ground and ground[1]}"/>'
                + writer.line(said.site, x + start, y + shape.mark / 2 + 0.36 * shape.brand, shape.brand, "#ffffff"))  # fmt: skip
    return f'{name}<g transform="translate({x} {y}) scale({shape.mark / MARK_SIZE:g})">{mark}</g>'


def svg(said: Said, shape: Shape, faces: Faces, accent: str, mark: str) -> str:
    """The words of a card of `shape`, on nothing, the section in `accent`.

    `mark` is the inside of the site's icon, whose first shape is its ground.
    """
    writer = Writer(faces, said.language)
    size, lines = said.title.size, said.title.lines
    step = size * shapes.leading(said.language)
    base = shape.height - shape.foot
    rows = [writer.line(text, shape.margin, base - step * below, size, "#ffffff")
            for text, below in zip(lines, reversed(range(len(lines))), strict=True)]  # fmt: skip
    if said.section:
        rows.append(writer.line(said.section, shape.margin, top(said, shape) + 0.88 * shape.label, shape.label, accent))
    badge = _badge(said, shape, writer, mark)
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{shape.width}" height="{shape.height}">{badge}{"".join(rows)}</svg>'
