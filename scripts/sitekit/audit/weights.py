"""A first visit of every page, besides pictures, keeps to its budget; and which pages are the heaviest."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit import leaves
from sitekit.audit.built import INDEX, Built
from sitekit.problems import Problem, closest
from sitekit.weights import limits, parts, visit
from sitekit.weights.limits import KB
from sitekit.weights.visit import KINDS, Visit

#: So many pages stand in the table.
ROWS = 12
FILE = "data/reports/weights.yml"
#: What is said of a page over the limit of a measure.
RULES = {"total": "weight-total", "html": "weight-html", "css": "weight-css", "script": "weight-script", "requests": "weight-requests"}


def _visits(site: Built) -> dict[str, list[Visit]]:
    """Name of a page → its first visit in each language."""
    found: dict[str, list[Visit]] = {}
    for page in site.pages.values():
        found.setdefault(_name(page.file), []).append(visit.of(site, page))
    return found


def _name(file: str) -> str:
    """`lo/visit/cua-lo/index.html` → `visit/cua-lo`, a page that opens a section or the site ends in `index`."""
    folder = file.removesuffix(INDEX).strip("/")
    first, _, rest = folder.partition("/")
    name = rest if len(first) == 2 else folder
    return name or "index"


def problems(site: Built) -> list[Problem]:
    """Every page over a limit, and every exception that is not needed."""
    visits = _visits(site)
    found = []
    for name, each in visits.items():
        for one in each:
            for excess in limits.exceeded(one, name):
                words = {"real": _size(excess.measure, excess.real), "most": _size(excess.measure, excess.most)}
                found.append(Problem(RULES[excess.measure], one.file, words=words))
    found += _leaves(site)
    known = ", ".join(visits)
    for name, measure in limits.needless(visits):
        words = {"page": name, "measure": measure, "closest": "" if name in visits else closest(name, known.split(", "))}
        found.append(Problem("weight-needless", FILE, words=words))
    return found


def _leaves(site: Built) -> Iterator[Problem]:
    """Every list beside its page that is by itself over the limit of HTML."""
    most = limits.most("html", "", {})
    for file in sorted(filter(leaves.is_leaf, site.files)):
        real = visit.packed(site.text(file).encode())
        if real > most:
            yield Problem("weight-html", file, words={"real": _size("html", real), "most": _size("html", most)})


def _size(measure: str, value: int) -> str:
    return str(value) if measure == "requests" else f"{value / KB:.1f} KB"


def table(site: Built, language: str) -> str:
    """The heaviest pages, in KB: all, each kind of file, and what fills the HTML."""
    words = limits.table()["words"]
    heaviest = sorted((one for each in _visits(site).values() for one in each), key=lambda one: -one.total)[:ROWS]
    lines = [f"{words['page'][language]:<34}{words['total'][language]:>7}" + "".join(f"{words[kind][language]:>8}" for kind in KINDS)
             + f"  {words['fills'][language]}"]  # fmt: skip
    for one in heaviest:
        filled = ", ".join(f"{words[part][language]} {size / KB:.1f}" for part, size in parts.of(site.text(one.file)).items())
        sizes = "".join(f"{one.weights[kind] / KB:>8.1f}" for kind in KINDS)
        lines.append(f"{one.file.removesuffix(INDEX) or '/':<34}{one.total / KB:>7.1f}{sizes}  {filled}")
    return "\n".join(f"       {line}" for line in lines)
