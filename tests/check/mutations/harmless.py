"""Edits that do no harm and must raise nothing: white space, a synonym, the order of a header, a new value of a figure, accept."""

from __future__ import annotations

import random
import re

from mutations.changed_site import Site
from mutations.fault import Fault, Kind, at, block, page, prose_spans, replaced
from sitekit.checking import digests
from sitekit.languages import REFERENCE

#: Words of each language that may stand for each other.
SYNONYMS = {
    "en": [("about", "around"), ("near", "close to"), ("often", "frequently"), ("today", "nowadays"), ("ask", "enquire of")],
    "lo": [("ຫຼາຍ", "ຫຼວງຫຼາຍ"), ("ງາມ", "ສວຍງາມ"), ("ກະລຸນາ", "ຂໍໃຫ້"), ("ປະມານ", "ລາວໆ")],
    "zh": [("约", "大约"), ("很", "非常"), ("许多", "不少"), ("请", "敬请"), ("这里", "此处")],
}

DATES = ("ngày", "tháng", "năm", "giờ", "mồng", "mùng", "rằm", "thế", "niên", "triệu", "nghìn", "phần", "trăm")


def white_space(rng: random.Random, site: Site) -> Fault | None:
    """Blank lines at the end of a Vietnamese page, and blanks at the end of a line."""
    one = page(rng, site, REFERENCE)
    chosen = block(rng, one, "paragraph", "item")
    if not chosen:
        return None
    text = one.text.rstrip("\n") + "\n" * rng.randrange(1, 4)
    rows = text.split("\n")
    rows[chosen.line - 1] += " " * rng.randrange(0, 3)
    return Fault("white space", {one.path: "\n".join(rows).encode("utf-8")}, (), f"{one.path}:{chosen.line}")


def synonym(rng: random.Random, site: Site) -> Fault | None:
    """A word of a translation becomes another of the same meaning."""
    one = page(rng, site)
    found = []
    for old, new in SYNONYMS[one.code]:
        pattern = rf"(?<!\w){old}(?!\w)" if one.code == "en" else re.escape(old)
        found += [(line, column + hit.start(), old, new) for line, column, text in prose_spans(one) for hit in re.finditer(pattern, text)
                  if line >= one.body_line]  # fmt: skip
    if not found:
        return None
    line, column, old, new = rng.choice(found)
    return Fault("a synonym", at(one, line, column, old, new), (), f"{one.path}:{line} {old} → {new}")


def header_order(rng: random.Random, site: Site) -> Fault | None:
    """Two one-line entries of a header change places."""
    one = page(rng, site, *site.languages)
    rows = list(one.lines)
    places = [number for number in range(1, one.body_line - 2) if re.match(r"[a-z_]+: \S", rows[number])]
    first, second = rng.sample(places, 2)
    rows[first], rows[second] = rows[second], rows[first]
    return Fault("order of a header", {one.path: "\n".join(rows).encode("utf-8")}, (), f"{one.path} {first} ↔ {second}")


def accepted(rng: random.Random, site: Site) -> Fault | None:
    """A Vietnamese typo is mended and every translation accepted."""
    one = page(rng, site, REFERENCE)
    chosen = block(rng, one, "paragraph")
    words = re.findall(r"(?<![\w{/#.-])[a-zà-ỹđ]{3,}(?![\w}/.-])", chosen.plain) if chosen else []
    words = [word for word in words if word not in DATES]  # “tháng ấy Hai” is no date any more
    if not chosen or not words:
        return None
    word = rng.choice(words)
    if word not in re.sub(r"\{.*?\}|\(.*?\)", "", one.lines[chosen.line - 1]):
        return None
    changes = replaced(one, chosen.line, word, f"{word} ấy")
    source = Site(site.root, changes, (), site).page(REFERENCE, one.name)
    for code in site.languages:
        translation = site.page(code, one.name) if code != REFERENCE else None
        if source and translation:
            stamp = f'translated_from: "{digests.stamp(source)}"'
            changes[translation.path] = re.sub(r"(?m)^translated_from:.*$", stamp, translation.text, count=1).encode("utf-8")
    return Fault("accept", changes, (), f"{one.path}:{chosen.line} {word}")


def new_value(rng: random.Random, site: Site) -> Fault | None:
    """A figure gets a new value: every language renders it, nothing is old."""
    rows = site.text("data/figures.yml").split("\n")
    found = [number for number, row in enumerate(rows) if re.match(r"""\s+value: ["']?\d+["']?$""", row)]
    number = rng.choice(found)
    rows[number] = re.sub(r"\d+", lambda value: str(int(value[0]) + 13), rows[number], count=1)
    cited = [page.path for page in site.pages() if page.code == REFERENCE][:3]
    changes = {"data/figures.yml": "\n".join(rows).encode("utf-8"), **{path: site.text(path).encode("utf-8") for path in cited}}
    return Fault("a new value", {**changes}, (), rows[number])


def spelling_of_a_link(rng: random.Random, site: Site) -> Fault | None:
    """A link of the Vietnamese page is spelt in another way and leads to the same page."""
    one = page(rng, site, REFERENCE)
    found = [(number, link[1]) for number, row in enumerate(one.lines, 1)
             for link in re.finditer(r"(?<!!)\[[^\]]*\]\(([a-z][^):]*\.md)", row)]  # fmt: skip
    if not found:
        return None
    line, target = rng.choice(found)
    return Fault("spelling of a link", replaced(one, line, f"]({target}", f"](./{target}"), (), f"{one.path}:{line} {target}")


KINDS = (Kind("white space", white_space), Kind("a synonym", synonym), Kind("order of a header", header_order), Kind("accept", accepted),
         Kind("a new value", new_value), Kind("spelling of a link", spelling_of_a_link))  # fmt: skip
