"""Faults of whole files: headers, pages that are missing or old, texts of data files, raw HTML."""

from __future__ import annotations

import random
import re

from mutations.changed_site import Site
from mutations.fault import Fault, Kind, block, page, replaced
from sitekit.languages import REFERENCE

HTML = ("<script>x()</script>", '<p style="color:red">x</p>', '<b onclick="x()">x</b>', '<iframe src="https://a.example/"></iframe>')
HEADER = ("unreadable-header", "unknown-header-key", "missing-title", "missing-description", "missing-header-entry", "header-value")


def remove_translation(rng: random.Random, site: Site) -> Fault | None:
    """A translation is gone."""
    one = page(rng, site)
    return Fault("remove a translation", {one.path: None}, ("missing-translation",), one.path)


def edit_source(rng: random.Random, site: Site) -> Fault | None:
    """A word of the Vietnamese page changes; its translations do not."""
    one = page(rng, site, REFERENCE)
    chosen = block(rng, one, "paragraph", "item", "heading", "row")
    words = re.findall(r"(?<![\w{/#.-])[a-zà-ỹđ]{3,}(?![\w}/.-])", chosen.plain) if chosen else []
    if not chosen or not words:
        return None
    word = rng.choice(words)
    rows = one.lines[chosen.line - 1]
    if word not in re.sub(r"\{.*?\}|\(.*?\)", "", rows):
        return None
    changes = replaced(one, chosen.line, word, f"{word} khác")
    return Fault("edit the source", changes, ("old-translation",), f"{one.path}:{chosen.line} {word}")


def break_header(rng: random.Random, site: Site) -> Fault | None:
    """The header gets a full-width colon, a stray colon, a tab, a key twice, an unknown key, a byte-order mark or other bytes."""
    one = page(rng, site, *site.languages)
    title = next((row for row in one.lines if row.startswith("title:")), "")
    text, way = one.text, rng.randrange(9)
    if way == 0:
        text = text.replace("title: ", "title：", 1)
    elif way == 1:
        text = text.replace(title, f"title: Tea: hill{title[6:].strip(chr(34))}", 1)
    elif way == 2:
        text = text.replace("kind: ", "\tkind: ", 1)
    elif way == 3:
        text = text.replace(title, f"{title}\n{title}", 1)
    elif way == 4:
        text = text.replace("description:", "descripton:", 1)
    elif way == 5:
        text = "\ufeff" + text
    elif way == 6:
        raw = text.encode("utf-8").replace(b"\n---\n", b"\n# \xff\n---\n", 1)
        return Fault("break a header", {one.path: raw}, HEADER, f"{one.path} {way}")
    elif way == 7:
        text = text.replace("\n---\n", "\n", 1)
    else:
        text = text.replace(f"{title}\n", "", 1)
    return Fault("break a header", {one.path: text.encode("utf-8")}, HEADER, f"{one.path} {way}") if text != one.text else None


def missing_text(rng: random.Random, site: Site) -> Fault | None:
    """A text of a data file or of a picture's record lacks a language."""
    path = rng.choice(["data/places.yml", "data/figures.yml", "data/glossary.yml", "data/parks.yml", "data/visas.yml"])
    rows = site.text(path).split("\n")
    found = [number for number, row in enumerate(rows) if re.search(r"\bvi: .*\b(?:lo|zh): ", row)]
    if not found:
        return None
    number, code = rng.choice(found), rng.choice(["lo", "zh"])
    new = re.sub(rf'(, )?\b{code}: (?:"[^"]*"|\'[^\']*\'|[^,}}]*)(?=[,}}])', "", rows[number], count=1)
    if new == rows[number]:
        return None
    rows[number] = new.replace("{, ", "{")
    return Fault("data without a language", {path: "\n".join(rows).encode("utf-8")}, ("missing-data-text",), f"{path}:{number + 1} {code}")


def raw_html(rng: random.Random, site: Site) -> Fault | None:
    """A script, a style, an event handler or a remote frame comes with pasted text."""
    one = page(rng, site, *site.languages)
    chosen = block(rng, one, "paragraph")
    if not chosen:
        return None
    html = rng.choice(HTML)
    row = one.lines[chosen.line - 1]
    return Fault("raw HTML", replaced(one, chosen.line, row, f"{row} {html}"), ("raw-html",), f"{one.path}:{chosen.line} {html}")


def stale_stamp(rng: random.Random, site: Site) -> Fault | None:
    """A translation lost the record of what it was made from."""
    one = page(rng, site)
    text = re.sub(r"(?m)^translated_from:.*\n", "", one.text)
    return Fault("lose the stamp", {one.path: text.encode("utf-8")}, ("old-translation",), one.path) if text != one.text else None


KINDS = (Kind("remove a translation", remove_translation), Kind("edit the source", edit_source), Kind("break a header", break_header),
         Kind("data without a language", missing_text), Kind("raw HTML", raw_html), Kind("lose the stamp", stale_stamp))  # fmt: skip
