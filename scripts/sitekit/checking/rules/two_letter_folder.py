"""No folder of docs/ may be named like a language: the build takes it for one, and what is in it vanishes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule

#: What the i18n plugin takes for the name of a language.
_LOCALE = re.compile(r"[a-z]{2}(-[A-Za-z]{4})?(-[A-Z]{2})?|[a-z]{2}_[A-Z]{2}")


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each such folder directly below docs/ that is no language of the site."""
    for name in sorted({path.split("/")[1] for path in corpus.files if path.count("/") > 1}):
        if _LOCALE.fullmatch(name) and name not in corpus.languages and corpus.wanted(f"docs/{name}"):
            yield Finding("two-letter-folder", f"docs/{name}", words={"name": name, "codes": ", ".join(corpus.languages)})


RULE = Rule("two-letter-folder", "error", run)
