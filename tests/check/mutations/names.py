"""Faults of names: a slip of spelling, a form to be avoided, a unit that no longer exists."""

from __future__ import annotations

import random
import re
import unicodedata
from collections import defaultdict
from functools import lru_cache

from pypinyin import lazy_pinyin

from mutations.changed_site import Site
from mutations.fault import Fault, Kind, at, page, prose_spans
from sitekit.checking import names
from sitekit.checking.source_page import SourcePage
from sitekit.checking.terms import Term

LAO_MARKS = "່້໊໋"
LEAST = {"en": 6, "lo": 5, "zh": 2, "vi": 6}


def _named(rng: random.Random, site: Site, one: SourcePage, least: int) -> tuple[int, int, str, Term] | None:
    """A name of the glossary that stands on the page."""
    finder = names.of(site).finder(one.code)
    found = [(line, column + start, text[start:end], term) for line, column, text in prose_spans(one)
             for form, term, start, end in finder.hits(text)
             if form in finder.agreed and term.is_name and end - start >= least]  # fmt: skip
    return rng.choice(found) if found else None


@lru_cache(maxsize=1)
def _homophones() -> dict[str, str]:
    """Common characters by their sound."""
    found: dict[str, str] = defaultdict(str)
    for number in range(0x4E00, 0x9FA6):
        sign = chr(number)
        try:
            sign.encode("gb2312")
        except UnicodeEncodeError:
            continue
        found[lazy_pinyin(sign)[0]] += sign
    return found


def misspelt(rng: random.Random, site: Site) -> Fault | None:
    """A slip in a name: an accent or a letter in Latin, a tone mark or a letter in Lao, a homophone in Chinese."""
    one = page(rng, site)
    chosen = _named(rng, site, one, LEAST[one.code])
    if not chosen:
        return None
    line, column, name, _ = chosen
    new = _slip(rng, name, one.code)
    if new == name:
        return None
    return Fault("misspell a name", at(one, line, column, name, new), ("glossary-variant",), f"{one.path}:{line} {name} → {new}")


def _slip(rng: random.Random, name: str, code: str) -> str:
    if code == "zh" and not re.search("[A-Za-z]", name):
        place = rng.randrange(len(name))
        others = [sign for sign in _homophones()[lazy_pinyin(name[place])[0]] if sign != name[place]]
        return name[:place] + rng.choice(others) + name[place + 1 :] if others else name
    if code == "lo" and "\u0e80" <= name[0] <= "\u0eff":
        marks = [place for place, sign in enumerate(name) if sign in LAO_MARKS]
        if marks and rng.random() < 0.5:
            place = rng.choice(marks)
            return name[:place] + rng.choice(["", *(mark for mark in LAO_MARKS if mark != name[place])]) + name[place + 1 :]
        places = [place for place, sign in enumerate(name) if "ກ" <= sign <= "ຮ" and place]
        place = rng.choice(places)
        return name[:place] + rng.choice([sign for sign in "ກຂຄຈດຕທບປມລວສ" if sign != name[place]]) + name[place + 1 :]
    if rng.random() < 0.5:
        bare = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
        plain = "".join(sign for sign in bare if not unicodedata.combining(sign))
        if plain != name:
            return plain
    places = [place for place, sign in enumerate(name) if place and sign.isalpha() and sign.islower()]
    if not places:
        return name  # UNESCO
    place = rng.choice(places)
    letter = rng.choice([sign for sign in "abcdeghiklmnopqrtuvxy" if sign != name[place]])
    return rng.choice([name[:place] + letter + name[place + 1 :], name[:place] + letter + name[place:], name[:place] + name[place + 1 :]])


def avoided(rng: random.Random, site: Site) -> Fault | None:
    """A form that the glossary avoids."""
    one = page(rng, site)
    finder = names.of(site).finder(one.code)
    chosen = _named(rng, site, one, 2)
    if not chosen:
        return None
    line, column, name, term = chosen
    forms = [form for form, other in finder.avoided.items() if other.key == term.key]
    if not forms:
        return None
    form = rng.choice(forms)
    return Fault("a form to be avoided", at(one, line, column, name, form), ("glossary-variant",), f"{one.path}:{line} {name} → {form}")


SENTENCES = {
    "vi": " Nơi này thuộc huyện {}.", "en": " The place is in {} district.", "lo": " ບ່ອນນີ້ຂຶ້ນກັບເມືອງ{}.", "zh": "此地属于{}县。",
}  # fmt: skip


def outdated(rng: random.Random, site: Site) -> Fault | None:
    """A sentence speaks of a former district as of a present one."""
    one = page(rng, site, *site.languages)
    blocks = [block for block in one.blocks if block.kind == "paragraph"]
    if not blocks:
        return None
    line = rng.choice(blocks).line
    key = rng.choice(["nam-dan", "thanh-chuong", "dien-chau", "do-luong", "ky-son", "que-phong", "quy-chau"])
    term = next((term for term in names.of(site).terms if term.key == key), None)
    if not term or one.code not in term.forms:
        return None
    rows = list(one.lines)
    rows[line - 1] += SENTENCES[one.code].format(term.forms[one.code])
    return Fault("a former district", {one.path: "\n".join(rows).encode("utf-8")}, ("outdated-unit",), f"{one.path}:{line} {key}")


KINDS = (Kind("misspell a name", misspelt), Kind("a form to be avoided", avoided), Kind("a former district", outdated))
