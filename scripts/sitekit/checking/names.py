"""The agreed names and terms of `data/glossary.yml`."""

from __future__ import annotations

import re
from functools import cached_property

from sitekit.checking import terms
from sitekit.checking.corpus import Corpus
from sitekit.checking.finder import Finder
from sitekit.checking.once import once


class Names:
    """The glossary of a project, ready to be looked for."""

    def __init__(self, corpus: Corpus) -> None:
        self.terms = [terms.read(key, row) for key, row in corpus.glossary.items()]
        self.by_key = {term.key: term for term in self.terms}
        self._finders: dict[str, Finder] = {}

    def finder(self, code: str) -> Finder:
        """Finds agreed and avoided forms of language `code`."""
        if code not in self._finders:
            self._finders[code] = Finder(self.terms, code)
        return self._finders[code]

    @cached_property
    def any_form(self) -> re.Pattern[str]:
        """A form, agreed or to be avoided, of any language."""
        forms = {form for term in self.terms for form in (*term.forms.values(), *(bad for found in term.avoid.values() for bad in found))}
        return re.compile("|".join(map(re.escape, sorted(forms, key=len, reverse=True))) or "(?!)")


@once
def of(corpus: Corpus) -> Names:
    """The glossary of `corpus`, made ready once."""
    return Names(corpus)
