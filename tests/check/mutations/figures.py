"""Faults of numbers: a digit, two figures swapped, the wrong separator, a citation lost, another month."""

from __future__ import annotations

import random
import re
from decimal import Decimal, InvalidOperation

from babel import Locale

from mutations.changed_site import Site
from mutations.fault import Fault, Kind, at, page, prose_spans, replaced
from sitekit.checking.source_page import SourcePage

MISMATCH = ("number-mismatch", "figure-order")


def _digits(one: SourcePage) -> list[tuple[int, int, str]]:
    """Line, column and characters of every run of digits in prose, except the numbers of a list."""
    return [(line, column + found.start(), found[0]) for line, column, text in prose_spans(one)
            for found in re.finditer(r"(?<![\d.])\d+(?![\d.]*\.\s)", text)
            if not re.match(r"\s*\d+\. ", one.lines[line - 1]) or column + found.start() > 3]  # fmt: skip


def change_digit(rng: random.Random, site: Site) -> Fault | None:
    """One digit of a number typed on a translation becomes another."""
    one = page(rng, site)
    found = _digits(one)
    if not found:
        return None
    line, column, text = rng.choice(found)
    place = rng.randrange(len(text))
    digit = rng.choice([sign for sign in "123456789" if sign != text[place]])
    new = text[:place] + digit + text[place + 1 :]
    return Fault("change a digit", at(one, line, column, text, new), ("number-mismatch",), f"{one.path}:{line} {text} → {new}")


def swap_figures(rng: random.Random, site: Site) -> Fault | None:
    """Two figures cited on a translation change places."""
    one = page(rng, site)
    found = [(number, cited.start(), cited[0]) for number, row in enumerate(one.lines, 1) if number >= one.body_line
             for cited in re.finditer(r"\{\{ [a-z0-9_]+(?: \| (?:words|number))? \}\}", row)]  # fmt: skip
    if len({text for *_, text in found}) < 2:
        return None
    first, second = sorted(rng.sample(found, 2))
    if first[2] == second[2]:
        return None
    rows = list(one.lines)
    for (line, column, old), new in ((second, first[2]), (first, second[2])):
        rows[line - 1] = rows[line - 1][:column] + new + rows[line - 1][column + len(old) :]
    what = f"{one.path}:{first[0]},{second[0]} {first[2]} ↔ {second[2]}"
    return Fault("swap two figures", {one.path: "\n".join(rows).encode("utf-8")}, MISMATCH, what)


def drop_figure(rng: random.Random, site: Site) -> Fault | None:
    """A citation of a figure is lost from a translation."""
    one = page(rng, site)
    found = [(number, cited[0]) for number, row in enumerate(one.lines, 1) if number >= one.body_line
             for cited in re.finditer(r" ?\{\{ ([a-z0-9_]+)(?: \| [a-z-]+)? \}\}", row) if cited[1] in site.figures]  # fmt: skip
    if not found:
        return None
    line, text = rng.choice(found)
    return Fault("drop a figure", replaced(one, line, text, ""), ("number-mismatch",), f"{one.path}:{line} {text}")


def wrong_separator(rng: random.Random, site: Site) -> Fault | None:
    """A figure is typed, with the separators of another language."""
    one = page(rng, site, *site.languages)
    found = [(number, cited[0], cited[1]) for number, row in enumerate(one.lines, 1) if number >= one.body_line
             for cited in re.finditer(r"\{\{ ([a-z0-9_]+) \}\}", row)]  # fmt: skip
    rng.shuffle(found)
    for line, text, key in found:
        row = site.figures.get(key)
        try:
            value = Decimal(str(row.get("value") if row else None))
        except InvalidOperation:
            continue
        if row and row.get("unit") in ("square-kilometre", "kilometre", "hectare", "metre", "person", "percent") and (
                value >= 1000 or value != value.to_integral()):  # fmt: skip
            units = {"square-kilometre": " km²", "kilometre": " km", "hectare": " ha", "metre": " m", "percent": "%"}
            written = f"{value:,}"
            if one.code in ("en", "zh"):
                written = written.translate(str.maketrans(".,", ",."))
            if re.fullmatch(r"\d{1,3}[.,]\d{3}", written) and value == value.to_integral():
                continue  # 1.500 is a right decimal of the other habit: another fault, found as a changed number
            new = written + units.get(str(row.get("unit")), "")
            expected = ("wrong-separator", "number-mismatch")
            return Fault("wrong separator", replaced(one, line, text, new), expected, f"{one.path}:{line} {text} → {new}")
    return None


def other_month(rng: random.Random, site: Site) -> Fault | None:
    """A month becomes another."""
    one = page(rng, site, "en", "lo")
    names = list(Locale.parse({"en": "en_GB", "lo": "lo"}[one.code]).months["format"]["wide"].values())
    pattern = re.compile(rf"(?:(?<=\d)|(?<=\d )|(?<=ເດືອນ )|(?<=ເດືອນ))(?:{'|'.join(names)})|(?:{'|'.join(names)})(?= \d)")
    found = [(line, column + month.start(), month[0]) for line, column, text in prose_spans(one) for month in pattern.finditer(text)]
    if not found:
        return None
    line, column, text = rng.choice(found)
    new = rng.choice([name for name in names if name != text])
    return Fault("another month", at(one, line, column, text, new), ("number-mismatch",), f"{one.path}:{line} {text} → {new}")


def unknown_figure(rng: random.Random, site: Site) -> Fault | None:
    """A citation names a figure that does not exist."""
    one = page(rng, site, *site.languages)
    found = [(number, cited[1]) for number, row in enumerate(one.lines, 1) if number >= one.body_line
             for cited in re.finditer(r"\{\{ ([a-z0-9_]+)", row)]  # fmt: skip
    if not found:
        return None
    line, key = rng.choice(found)
    expected = ("unknown-name", "number-mismatch")
    return Fault("unknown figure", replaced(one, line, f"{{{{ {key}", f"{{{{ {key}x"), expected, f"{one.path}:{line} {key}x")


KINDS = (Kind("change a digit", change_digit), Kind("swap two figures", swap_figures), Kind("drop a figure", drop_figure),
         Kind("wrong separator", wrong_separator), Kind("another month", other_month), Kind("unknown figure", unknown_figure))  # fmt: skip
