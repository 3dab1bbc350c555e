"""A translation shows the pictures of its source, in the same order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from sitekit.checking import naming, parity
from sitekit.checking.blocks import Block
from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule
from sitekit.checking.source_page import SourcePage

Shown = tuple[str, Block]


def _pictures(page: SourcePage) -> list[Shown]:
    return [(picture.name, block) for block in page.blocks if "![" in block.text for picture in block.inline.pictures]


def _only(one: list[Shown], other: list[Shown]) -> list[Shown]:
    """The pictures of `one` that `other` lacks."""
    left = Counter(name for name, _ in other)
    found = []
    for name, block in one:
        if left[name]:
            left[name] -= 1
        else:
            found.append((name, block))
    return found


def run(corpus: Corpus) -> Iterator[Finding]:
    """Findings in the translation: a picture missing, too many, another one, or the same ones in another order."""
    for source, page in corpus.pairs():
        wanted, found = _pictures(source), _pictures(page)
        names, own = [name for name, _ in wanted], [name for name, _ in found]
        if names == own:
            continue
        words = {"language": naming.language(page.code), "names": ", ".join(names)}
        lacking, extra = _only(wanted, found), _only(found, wanted)
        for one, other in zip_longest(lacking, extra):
            if one:
                words |= {"name": one[0], "line": one[1].line}
            if one and other:
                yield Finding("picture-mismatch", page.path, other[1].line, {**words, "found": other[0]}, sentence="picture-other")
            elif one:
                line = parity.place(corpus.aligned(source, page), one[1], page)
                yield Finding("picture-mismatch", page.path, line, dict(words))
            else:
                yield Finding("picture-mismatch", page.path, other[1].line, {**words, "name": other[0]}, sentence="picture-extra")
        if not lacking and not extra:
            name, block = next(shown for shown, other in zip(found, names, strict=True) if shown[0] != other)
            yield Finding("picture-mismatch", page.path, block.line, {**words, "name": name}, sentence="picture-order")


RULE = Rule("picture-mismatch", "error", run)
