"""On which pages a token stands, and how much it says there, cut into parts of a few kilobytes that a query asks for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sitekit.search.tokens import first, tokens

#: Okapi BM25: more of the same says less and less, and less on a long page.
SATURATION = 2.5
LENGTH_WEIGHT = 0.35
#: A weight is written as a small whole number; this is the largest.
FULL = 16 * (SATURATION + 1)
#: What stands on so large a share of the pages tells them apart only where it stands in a title or a heading.
COMMON = 0.5
STRONG = 3.5
#: So many pages are named for the most common word.
FEWEST = 8
#: Size of a part in characters, roughly; a query of two words asks for one or two parts.
PART = 15_000

#: Page, weight, page, weight …
Weights = list[Any]


@dataclass
class Postings:
    """Token → its pages; word → written form → its pages. `pairs` says that neighbouring words are tokens as well."""

    pairs: bool
    tokens: dict[str, Weights] = field(default_factory=lambda: defaultdict(list))
    forms: dict[str, dict[str, Weights]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    lengths: list[int] = field(default_factory=list)

    def add(self, fields: Iterable[tuple[str, float]]) -> None:
        """Take in the next page: its fields, each with its weight."""
        page = len(self.lengths)
        texts: dict[float, list[str]] = defaultdict(list)
        for text, weight in fields:
            texts[weight].append(text)
        here: dict[tuple[str, str], float] = defaultdict(float)
        sums: dict[str, float] = defaultdict(float)
        for weight, alike in texts.items():
            words, others = tokens("\n".join(alike), self.pairs)
            for written, times in words.items():
                here[written] += times * weight
            for token, times in others.items():
                sums[token] += times * weight
        for (word, form), weight in here.items():
            if word:
                sums[word] += weight
                self.forms[word][form] += (page, weight)
        known = self.tokens
        for token, weight in sums.items():
            known[token] += (page, weight)
        self.lengths.append(sum(len(text) for alike in texts.values() for text in alike))

    def parts(self, aliases: Iterable[tuple[str, str]], called: Iterable[tuple[str, int]]) -> list[tuple[str, list[Any]]]:
        """(first token, [tokens, aliases, what pages are called]) of every part, in the order of the tokens.

        An alias (other name, own name) and what a page is called (name, its number) stand where their first token does.
        """
        besides: dict[str, tuple[list[Any], list[Any]]] = defaultdict(lambda: ([], []))
        for at, names in enumerate((aliases, called)):
            for name, what in names:
                besides[first(name)][at].append([name, what])
        norms = self._norms()
        found: list[tuple[str, list[Any]]] = []
        size = PART
        # the order of the browser as well, but for letters above U+FFFF beside those from U+E000, which meet in no language
        for token in sorted({*self.tokens, *besides}):
            if size >= PART:
                found.append((token, [[], [], []]))
                size = 0
            part = found[-1][1]
            if token in self.tokens:
                row = self._row(token, norms)
                part[0].append(row)
                # two signs and a comma for each number; a form has its own
                size += len(token) + 3 * len(row[1]) * len(row)
            if token in besides:
                part[1] += besides[token][0]
                part[2] += besides[token][1]
                size += sum(len(name) + 9 for names in besides[token] for name, _ in names)
        return found

    def words(self) -> list[str]:
        """Words in letters, the commonest first: what a slip of the fingers may have meant."""
        words = [word for word in self.forms if len(word) > 1 and not word.isdigit()]
        return sorted(words, key=lambda word: (-len(self.tokens[word]), word))

    def _norms(self) -> list[float]:
        mean = sum(self.lengths) / max(1, len(self.lengths))
        return [SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * length / mean) for length in self.lengths]

    def _row(self, token: str, norms: list[float]) -> list[Any]:
        """[token, weights] and, for a word that is written in several ways, form → weights."""
        forms = self.forms.get(token, {})
        row: list[Any] = [token, _weights(self.tokens[token], norms)]
        return row if len(forms) < 2 else [*row, {form: _weights(pages, norms) for form, pages in sorted(forms.items())}]


def _weights(pages: Weights, norms: list[float]) -> list[int]:
    """[steps from page to page, weight, …]; of a common token minus the number of its pages, then the strong ones."""
    if len(pages) == 2:
        return [pages[0], int(FULL * pages[1] / (pages[1] + norms[pages[0]]) + 0.5) or 1]
    number = len(pages) // 2
    common = number > COMMON * len(norms) and len(norms) > 1
    row, last = [-number] if common else [], 0
    numbers = iter(pages)
    found = list(zip(numbers, numbers, strict=True))
    if common:
        strong = [each for each in found if each[1] >= STRONG]
        found = strong if len(strong) >= FEWEST else sorted(sorted(found, key=lambda each: -each[1])[:FEWEST])
    for page, weight in found:
        row += (page - last, int(FULL * weight / (weight + norms[page]) + 0.5) or 1)
        last = page
    return row
