"""Finding the agreed and the avoided forms of one language in a text, with the boundaries of its script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from sitekit.checking import chinese_slips, lao_slips, spelling
from sitekit.checking.letters import HAN, LAO, LATIN
from sitekit.checking.terms import Term

#: A Lao name ends where no vowel sign or tone mark follows that belongs to its last consonant.
_LAO_MARKS = "\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd"
_LAO = re.compile(f"[{LAO}]")
#: A name of one word is looked for by its letters only when it is long: Vịnh and Vinh are two words.
LONG_WORD = 6
#: Lao names of at least so many signs are told by their letters without tone marks.
TONED = 5


#: A form, its term, where it starts and ends.
Hit = tuple[str, Term, int, int]


class Finder:
    """The forms of one language, longest first: inside 义静苏维埃 the avoided 义静 is no mistake."""

    def __init__(self, terms: list[Term], code: str) -> None:
        self.code = code
        self.agreed: dict[str, Term] = {}
        self.avoided: dict[str, Term] = {}
        for term in terms:
            self.avoided |= {form.strip(): term for form in term.avoid.get(code, ())}
        for term in terms:
            if code in term.forms:
                self.agreed.setdefault(term.forms[code], term)
        self.avoided = {form: term for form, term in self.avoided.items() if form not in self.agreed}
        # a first word may stand in either case, so a form is there where all but its first letter is
        forms = sorted({*self.agreed, *self.avoided}, key=lambda form: (-len(form), form))
        self._tails = [(form, max(form[1:].split(), key=len, default=form) if _LAO.search(form) else form[1:] or form) for form in forms]
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._hits: dict[str, list[Hit]] = {}  # several rules look at the same texts

    @cached_property
    def folded(self) -> dict[str, tuple[Term, str]]:
        """Terms and their forms in Latin letters by letters alone: names of several words, and long names of one."""
        found: dict[str, tuple[Term, str]] = {}
        for form, term in self.agreed.items():
            for part in re.findall(rf"[{LATIN}][{LATIN} ’-]*[{LATIN}]", form):
                words = part.split()
                capitals = sum(word[0].isupper() for word in words)
                if capitals > 1 or (capitals and len(words) == 1 and len(part) >= LONG_WORD):
                    found.setdefault(spelling.folded(part), (term, part))
        return found

    @cached_property
    def _written(self) -> frozenset[str]:
        """Agreed forms, and the names in Latin letters inside forms of another script (Khe Kèm瀑布)."""
        lao = [form.replace(" ", "") for form in self.agreed if _LAO.search(form)]
        return frozenset([*self.agreed, *lao, *(part for _, part in self.folded.values())])

    @cached_property
    def _spoken(self) -> list[tuple[str, str]]:
        """Names in Chinese or Lao letters alone, each with what it sounds like (Chinese) or is without tone marks (Lao)."""
        names = [form for form, term in self.agreed.items() if term.is_name]
        if self.code == "zh":
            return [(form, chinese_slips.sounds(form)) for form in names if re.fullmatch(f"[{HAN}]{{2,}}", form)]
        if self.code == "lo":
            return [(form, lao_slips.without_tones(form)) for form in names if re.fullmatch(f"[{LAO} ]{{{TONED},}}", form)]
        return []

    def alike(self, text: str) -> Iterator[tuple[str, str]]:
        """Pieces of `text` that sound like a name or differ in tone marks, each with the name."""
        if not self._spoken or (self.code == "zh" and text.isascii()):
            return
        heard = chinese_slips.sounds(text) if self.code == "zh" else lao_slips.without_tones(text)
        for form, said in self._spoken:
            if said in heard and heard.count(said) > text.count(form):
                rest = self.without(text, form)
                slips = chinese_slips.homophones(form, rest) if self.code == "zh" else lao_slips.other_tones(form, rest)
                yield from ((written, form) for written in slips)

    def agrees(self, written: str) -> bool:
        """Whether `written` is an agreed form, its first letter in either case."""
        return bool({written, _other_case(written), written.replace(" ", "")} & self._written)

    def hits(self, text: str) -> list[Hit]:
        """Each form that stands in `text`, as the glossary writes it, with its term, start and end; the longest at each place.

        Looking for a substring is far quicker than a long pattern, so patterns are tried only for forms that can be there.
        """
        if text not in self._hits:
            self._hits[text] = self._find(text)
        return self._hits[text]

    def _find(self, text: str) -> list[Hit]:
        found: list[Hit] = []
        for form, tail in self._tails:
            if tail in text:
                if form not in self._patterns:
                    self._patterns[form] = re.compile(_bounded(form))
                pattern = self._patterns[form]
                term = self.avoided.get(form) or self.agreed[form]
                found += [(form, term, *hit.span()) for hit in pattern.finditer(text)
                          if not any(start < hit.end() and hit.start() < end for *_, start, end in found)]  # fmt: skip
        return sorted(found, key=lambda hit: hit[2])

    def without(self, text: str, whole: str = "", hits: list[Hit] | None = None) -> str:
        """`text` with every form, agreed or avoided, cut out, except those that are part of `whole`."""
        for form, _, start, end in reversed(self.hits(text) if hits is None else hits):
            if form == whole or form not in whole:
                text = text[:start] + "\x00" + text[end:]
        return text


def part_of_other(text: str, form: str, start: int, end: int) -> bool:
    """Whether a name of one word is part of a longer one: Vinh in Trường Vinh and Bắc Vinh is not the town."""
    if " " in form:
        return False
    before, behind = re.search(rf"([{LATIN}]+) $", text[max(0, start - 30) : start]), re.match(rf" ([{LATIN}]+)", text[end : end + 30])
    return any(found and found[1][0].isupper() for found in (before, behind))


def _other_case(text: str) -> str:
    return text[:1].swapcase() + text[1:]


def _bounded(form: str) -> str:
    """`form` as a regular expression with the boundaries of its script; a first word may stand in either case."""
    piece = re.escape(form)
    if form[0].isalpha() and form[0].lower() != form[0].upper() and " " in form:
        piece = f"[{form[0].lower()}{form[0].upper()}]{re.escape(form[1:])}"
    if _LAO.search(form):
        piece = re.escape(form).replace(r"\ ", " ?")  # Lao may set a space between the words of a name
    before = rf"(?<![{LATIN}0-9])" if re.match(f"[{LATIN}0-9]", form) else ""
    after = rf"(?![{LATIN}0-9])" if re.search(f"[{LATIN}0-9]$", form) else ""
    lao = rf"(?![{_LAO_MARKS}])" if re.search("[\u0e80-\u0eff]$", form) else ""
    return before + piece + after + lao
