"""Every word of the interface must stand in every language's catalogue, with the same places to fill."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitekit.checking import catalogues, naming
from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule

_PLACE = re.compile(r"%\((\w+)\)")


def run(corpus: Corpus) -> Iterator[Finding]:
    """Findings in the catalogue that lacks a text, at the line of its id where it has one."""
    read = {code: catalogues.read(corpus.root, code) for code in corpus.languages}
    if not any(catalogue.texts for catalogue in read.values()):
        return
    ids = sorted({key for catalogue in read.values() for key in catalogue.texts})
    for code, catalogue in read.items():
        words = {"language": naming.language(code)}
        if catalogue.fault:
            yield Finding("missing-interface-text", catalogue.path, catalogue.line, words, sentence="interface-catalogue-unreadable")
            continue
        for key in ids:
            own = catalogue.texts.get(key)
            found = {**words, "key": key, "example": _example(read, key, code)}
            if own is None or not all(own.forms):
                yield Finding("missing-interface-text", catalogue.path, own.line if own else 0, found)
                continue
            places = {place for other in read.values() if key in other.texts for place in _places(other.texts[key].forms)}
            if missing := sorted(places - _places(own.forms)):
                yield Finding("missing-interface-text", catalogue.path, own.line, {**found, "place": f"%({missing[0]})s"},
                              sentence="interface-text-without-place")  # fmt: skip


def _places(forms: tuple[str, ...]) -> set[str]:
    return {place for form in forms for place in _PLACE.findall(form)}


def _example(read: dict[str, catalogues.Catalogue], key: str, lacking: str) -> str:
    """What another language says there, Vietnamese or English if it can be."""
    for code in sorted(read, key=lambda code: (code != "vi", code != "en")):
        if code != lacking and key in read[code].texts and read[code].texts[key].forms[0]:
            return naming.excerpt(read[code].texts[key].forms[0])
    return "—"


RULE = Rule("missing-interface-text", "error", run)
