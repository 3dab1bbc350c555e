"""Faults of letters and marks: Thai in Lao, decomposed syllables, odd spaces, marks of another language, doubled words."""

from __future__ import annotations

import random
import re
import unicodedata

from mutations.changed_site import Site
from mutations.fault import Fault, Kind, at, block, page, prose_spans, replaced
from sitekit.checking import letters
from sitekit.checking.source_page import SourcePage
from sitekit.languages import REFERENCE

#: Thai letters that look like or stand for a Lao one.
THAI = {"ກ": "ก", "ຂ": "ข", "ນ": "น", "ມ": "ม", "ລ": "ล", "ບ": "บ", "ຈ": "จ", "ດ": "ด", "ສ": "ส", "ຍ": "ย", "າ": "า", "ເ": "เ", "ທ": "ท"}


def _sign(rng: random.Random, one: SourcePage, signs: str) -> tuple[int, int, str] | None:
    found = [(line, column + match.start(), match[0]) for line, column, text in prose_spans(one) for match in re.finditer(signs, text)]
    return rng.choice(found) if found else None


def thai_letter(rng: random.Random, site: Site) -> Fault | None:
    """A Lao letter becomes its Thai likeness."""
    one = page(rng, site, "lo")
    chosen = _sign(rng, one, f"[{''.join(THAI)}]")
    if not chosen:
        return None
    line, column, sign = chosen
    changes = at(one, line, column, sign, THAI[sign])
    return Fault("Thai letter in Lao", changes, ("untranslated-text",), f"{one.path}:{line} {sign} → {THAI[sign]}")


def decomposed(rng: random.Random, site: Site) -> Fault | None:
    """A syllable is typed with loose accents."""
    one = page(rng, site, "vi", "en")
    chosen = _sign(rng, one, r"[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]")
    if not chosen:
        return None
    line, column, sign = chosen
    changes = at(one, line, column, sign, unicodedata.normalize("NFD", sign))
    return Fault("decompose a syllable", changes, ("not-nfc",), f"{one.path}:{line} {sign}")


def invisible(rng: random.Random, site: Site) -> Fault | None:
    """A character that cannot be seen falls into a word."""
    one = page(rng, site, *site.languages)
    chosen = _sign(rng, one, r"\w(?=\w)")
    if not chosen:
        return None
    line, column, sign = chosen
    odd = rng.choice("\u200b\u200e\u00ad\u2060\ufeff")
    changes = at(one, line, column, sign, sign + odd)
    return Fault("invisible character", changes, ("invisible-character",), f"{one.path}:{line} U+{ord(odd):04X}")


def half_width(rng: random.Random, site: Site) -> Fault | None:
    """A Chinese mark becomes a Latin one."""
    one = page(rng, site, "zh")
    chosen = _sign(rng, one, f"(?<=[{letters.HAN}])[，：；？！（]|[，：；）](?=[{letters.HAN}])")
    if not chosen:
        return None
    line, column, sign = chosen
    new = dict(zip("，：；？！（）", ",:;?!()", strict=True))[sign]
    changes = at(one, line, column, sign, new)
    return Fault("half-width mark in Chinese", changes, ("half-width-punctuation", "unreadable-header"), f"{one.path}:{line}")


def traditional(rng: random.Random, site: Site) -> Fault | None:
    """A simplified character becomes the traditional one."""
    one = page(rng, site, "zh")
    table: dict[str, str] = {}
    for old, new in letters.traditional(site.root).items():
        table.setdefault(new[:1], old)
    chosen = _sign(rng, one, f"[{''.join(sorted(table))}]")
    if not chosen:
        return None
    line, column, sign = chosen
    expected = ("untranslated-text", "glossary-variant")
    return Fault("traditional character", at(one, line, column, sign, table[sign]), expected, f"{one.path}:{line} {sign} → {table[sign]}")


def quotation_mark(rng: random.Random, site: Site) -> Fault | None:
    """A quotation mark becomes a straight one or one of another language, or is lost."""
    one = page(rng, site, *site.languages)
    chosen = _sign(rng, one, "[“”]")
    if not chosen or chosen[0] < one.body_line:
        return None
    line, column, sign = chosen
    new = rng.choice(['"', "「" if sign == "“" else "」", "«" if sign == "“" else "»", ""])
    changes = at(one, line, column, sign, new)
    return Fault("wrong quotation mark", changes, ("wrong-quotation-marks",), f"{one.path}:{line} {sign} → {new}")


def doubled(rng: random.Random, site: Site) -> Fault | None:
    """A word of grammar, or a name, is typed twice."""
    one = page(rng, site, *site.languages)
    words = {"vi": r"(?<!\w)(?:và|của|được|những|các|với|cho|này|theo|Nghệ An|Cửa Lò|Kim Liên)(?!\w)",
             "en": r"(?<!\w)(?:the|of|and|to|in|is|Nghệ An|Cửa Lò|Kim Liên)(?!\w)", "lo": r"(?<= )(?:ແລະ|ຫຼື|ຈາກ|ແມ່ນ)(?= )",
             "zh": "乂安|荣市|炉门|金莲|越南|老挝"}[one.code]  # fmt: skip
    chosen = _sign(rng, one, words)
    if not chosen:
        return None
    line, column, word = chosen
    joint = "" if one.code == "zh" else " "
    return Fault("double a word", at(one, line, column, word, word + joint + word), ("doubled-word",), f"{one.path}:{line} {word}")


def left_in_vietnamese(rng: random.Random, site: Site) -> Fault | None:
    """A paragraph or item of a translation is the Vietnamese one."""
    one = page(rng, site)
    source = site.page(REFERENCE, one.name)
    chosen = block(rng, one, "paragraph", "item")
    if not chosen or not source or len(source.blocks) != len(one.blocks):
        return None
    original = source.blocks[one.blocks.index(chosen)]
    if len(original.plain) < 40:
        return None
    old, new = one.lines[chosen.line - 1], source.lines[original.line - 1]
    return Fault("leave in Vietnamese", replaced(one, chosen.line, old, new), ("untranslated-text",), f"{one.path}:{chosen.line}")


KINDS = (Kind("Thai letter in Lao", thai_letter), Kind("decompose a syllable", decomposed), Kind("invisible character", invisible),
         Kind("half-width mark in Chinese", half_width), Kind("traditional character", traditional),
         Kind("wrong quotation mark", quotation_mark), Kind("double a word", doubled),
         Kind("leave in Vietnamese", left_in_vietnamese))  # fmt: skip
