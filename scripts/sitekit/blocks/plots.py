"""`{{ plot: growth }}`: a series of figures as a drawing, with the same numbers as a table beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from sitekit import plot_drawing, plot_scale
from sitekit.context import Context
from sitekit.plot_scale import Point
from sitekit.site import Site


def figures(site: Site, name: str) -> Iterable[str]:
    """The figures that the plot `name` shows."""
    return (point["figure"] for point in site.plots[name]["points"])


def html(page: Context, name: str) -> str:
    """Title and unit, drawing, what is an estimate, table, the sources of each number (folded), and the note of the plot."""
    row = page.site.plots[name]
    points = plot_scale.slots([Point(str(point["label"]), page.site.figures[point["figure"]]) for point in row["points"]])
    known = [point.figure for point in points if point.figure]
    scale = plot_scale.scale(known, page.language, page.words)
    title = page.pick(row["title"])
    text = page.words("plot-text", first=points[0].label, last=points[-1].label)
    unit = f" <small>{escape(scale.unit)}</small>" if scale.unit else ""
    estimate = f'<p class="site-plot__key">{page.words("estimate")}</p>' if any(figure.estimate for figure in known) else ""
    note = f'<p class="site-plot__note">{page.tell(row["note"])}</p>' if row.get("note") else ""
    return (f'<figure class="site-plot site-plot--{row["kind"]}" id="plot-{name}">'
            f"<figcaption><strong>{escape(title)}</strong>{unit}</figcaption>"
            f'<div class="site-plot__drawing">{plot_drawing.svg(name, row["kind"], points, scale, title, text)}{estimate}</div>'
            f'<div class="site-plot__numbers">{_table(page, points, title)}{_sources(page, name, points)}</div>'
            f"{note}</figure>")  # fmt: skip


def _table(page: Context, points: Sequence[Point], title: str) -> str:
    """Year and value. A year without a figure says so."""
    rows = []
    for point in points:
        cell = page.words("not-published")
        if point.figure:
            cell = page.figure(point.figure) + (f" <small>{page.words('estimate')}</small>" if point.figure.estimate else "")
        rows.append(f'<tr><th scope="row">{escape(point.label)}</th><td>{cell}</td></tr>')
    head = "".join(f'<th scope="col">{page.words(f"plot-{key}")}</th>' for key in ("year", "value"))
    return (f'<table class="site-plot__table"><caption>{escape(title)}</caption><thead><tr>{head}</tr></thead>'
            f"<tbody>{''.join(rows)}</tbody></table>")  # fmt: skip


def _sources(page: Context, name: str, points: Sequence[Point]) -> str:
    """Year by year where the number stands: as long as the page itself, and wanted by few, so beside it (sitekit/leaves.py)."""
    rows = (f"<li>{escape(point.label)}: {page.sources({'sources': point.figure.sources})}</li>" for point in points if point.figure)
    return (f'<details class="site-part site-plot__sources" data-leaf="plot-{name}" data-always>'
            f"<summary>{page.words('sources-title')}</summary><ul>{''.join(rows)}</ul></details>")  # fmt: skip
