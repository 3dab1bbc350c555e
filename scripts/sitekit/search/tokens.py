"""What of a text can be looked up, the same here and in client/tokens.js.

A word in letters is looked up as it folds. Lao and Chinese write no blanks between words and no dictionary is at hand, so
every stretch of three Lao letters or two Chinese signs is; blanks between them mean nothing and are dropped.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from itertools import chain, pairwise

from sitekit.search.folding import fold

LAO = "\u0e80-\u0eff"
HAN = "\u3007\u3400-\u9fff\uf900-\ufaff"
RUNS = re.compile(f"[{LAO}]+|[{HAN}]+|[^\\s{LAO}{HAN}]+")
UNSPACED = re.compile(f"[{LAO}{HAN}]")
JOINT = re.compile(f"(?<=[{LAO}{HAN}]) (?=[{LAO}{HAN}])")
CHINESE = re.compile(f"[{HAN}]")
#: Signs of a word as it is written; a combining mark belongs to it.
WORDS = re.compile("[^\\W_](?:[^\\W_]|[\u0300-\u036f])*")
#: The same where Lao and Chinese stand beside them.
SPACED_WORDS = re.compile(f"[^\\W_{LAO}{HAN}](?:[^\\W_{LAO}{HAN}]|[\u0300-\u036f])*")
TONES = re.compile("^([^\u0300\u0301\u0303\u0309\u0323]*)([\u0300\u0301\u0303\u0309\u0323])(.*)$")


def runs(line: str) -> list[str]:
    """The folded words and unbroken runs of a line."""
    return RUNS.findall(JOINT.sub("", fold(line)))


def grams(run: str) -> list[str]:
    """The stretches of an unbroken run, and its short end: whoever types less than a stretch finds it by its beginning."""
    size = 2 if CHINESE.match(run) else 3
    return [run[at : at + size] for at in range(max(1, len(run) - size + 2))]


@lru_cache(maxsize=50_000)
def word(raw: str) -> tuple[str, str]:
    """A word as it folds, and as it is written: small letters, the tone at its end, so that hòa and hoà are one."""
    parts = unicodedata.normalize("NFD", raw.lower())
    match = TONES.match(parts)
    return fold(raw), match[1] + match[3] + match[2] if match else parts


def tokens(text: str, pairs: bool) -> tuple[Counter[tuple[str, str]], Counter[str]]:
    """How often words stand in `text`, each as it folds and as it is written, and how often other tokens do.

    Those are the stretches of unbroken runs and, with `pairs`, neighbouring words.
    """
    words: Counter[tuple[str, str]] = Counter()
    others: list[str] = []
    unspaced = UNSPACED.search(text)
    lines = [(SPACED_WORDS if unspaced else WORDS).findall(line) for line in text.split("\n")]
    if unspaced:
        # where scripts stand side by side, words are what the folded text holds
        forms = dict(map(word, chain.from_iterable(lines)))
        for run in RUNS.findall("\n".join(JOINT.sub("", fold(line)) for line in text.split("\n"))):
            if UNSPACED.match(run):
                others += grams(run)
            else:
                words[run, forms.get(run, run)] += 1
    else:
        for raw, times in Counter(chain.from_iterable(lines)).items():
            words[word(raw)] += times
    if pairs:
        for line in lines:
            others += [f"{one} {two}" for (one, _), (two, _) in pairwise(map(word, line)) if one and two]
    return words, Counter(others)


def first(text: str) -> str:
    """The token that `text` begins with."""
    run = next(iter(runs(text)), "")
    return grams(run)[0] if UNSPACED.match(run) else run
