"""Scripts and languages of a text, told by its letters and its commonest words.

Weighed and not used: lingua and other identifiers of languages. Three of the four languages have scripts of their own, and
Vietnamese is told from English by its commonest words even in a table's cell, where an identifier guesses at names.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import yaml

from sitekit.checking import naming

LAO = "\u0e80-\u0eff"
THAI = "\u0e00-\u0e7f"
HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
#: So much of a foreign text is shown in a message.
SHOWN = 24
LATIN = "A-Za-zÀ-ɏḀ-ỿ"
SCRIPTS = {name: re.compile(f"[{signs}]") for name, signs in (("lao", LAO), ("thai", THAI), ("han", HAN), ("latin", LATIN))}
#: The script in which a language is written.
SCRIPT_OF = {"vi": "latin", "en": "latin", "lo": "lao", "zh": "han"}
_LATIN_WORD = re.compile(rf"(?<![{LATIN}’'-])[{LATIN}][{LATIN}’'-]*")


@lru_cache(maxsize=32)
def known_words(kind: str, language: str) -> frozenset[str]:
    """A list of word_lists.yml: `common`, `once` or `twice`, for a language; empty where there is none."""
    rows = yaml.safe_load((Path(__file__).resolve().parent / "word_lists.yml").read_text("utf-8"))
    return frozenset(rows[kind].get(language, ()))


def count(text: str, script: str) -> int:
    """How many letters of `script` (`lao`, `thai`, `han`, `latin`) stand in `text`."""
    return len(SCRIPTS[script].findall(text))


def first_run(text: str, script: str) -> str:
    """The first words of `text` in letters of `script`, as a message shows them."""
    signs = SCRIPTS[script].pattern
    found = re.search(rf"{signs}(?:{signs}| (?={signs}))*", text)
    return naming.excerpt(found[0], SHOWN) if found else ""


def running_words(text: str) -> list[str]:
    """The words in Latin letters that are written small: running text, not names and abbreviations."""
    return [word for word in _LATIN_WORD.findall(text) if word[0].islower()]


def stop_words(text: str, language: str) -> int:
    """How many of the commonest words of `vi` or `en` stand in `text`, written small."""
    common = known_words("common", language)
    return sum(word in common for word in running_words(text))


@lru_cache(maxsize=8)
def traditional(root: Path) -> dict[str, str]:
    """Traditional characters and the simplified one each stands for, from `data/characters/traditional.txt` below `root`."""
    try:
        lines = (root / "data/characters/traditional.txt").read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    return {line[0]: line[1:].strip() for line in lines if len(line) > 1 and not line.startswith("#")}
