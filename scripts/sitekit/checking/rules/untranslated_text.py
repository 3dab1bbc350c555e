"""A text of a translation is in the language of its page: not left in Vietnamese or English, not in letters of a neighbour."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitekit.checking import foreign_columns, letters, names, naming, statements
from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule
from sitekit.checking.statements import Statement
from sitekit.languages import REFERENCE

NAME = "untranslated-text"
#: Running words of another language from which a text in another script is taken for left as it was.
FOREIGN_WORDS = 6
#: The commonest words of a neighbour that make a text of this length (in words) foreign.
COMMON, SHARE = 3, 0.12
#: So many words written small are a sentence, and not the names of dishes.
RUNNING = 7
#: Up to this share of a text may be in letters of another script: a sentence about a character quotes it.
QUOTED = 0.2


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each text that is its Vietnamese source word for word, or is in another language or script."""
    characters, known = letters.traditional(corpus.root), names.of(corpus).any_form
    spoken = [*statements.of_pages(corpus), *statements.of_data(corpus)]
    pairs = statements.counterparts(corpus)
    meant = foreign_columns.find(corpus)
    for said in spoken:
        yield from _letters(said, characters, known)
        if _foreign(said) and said.column not in meant:
            yield _finding(said, "")
    for source, said in pairs:
        if _same(source, said) and said.column not in meant and not _foreign(said):
            yield _finding(said, "text-left-as-source")


def _finding(said: Statement, sentence: str) -> Finding:
    words = {"text": naming.excerpt(said.plain.replace("\ufffc", "…")), "language": naming.language(said.code)}
    return Finding(NAME, said.path, said.line, words, sentence=sentence)


def _same(source: Statement, translation: Statement) -> bool:
    """Whether nothing was translated though there is running text to translate."""
    plain = translation.plain
    if plain != source.plain:
        return False
    words = len(letters.running_words(plain))
    other_script = letters.SCRIPT_OF.get(translation.code) != letters.SCRIPT_OF[REFERENCE]
    return words >= RUNNING or (words >= COMMON and (other_script or letters.stop_words(plain, REFERENCE) > 0))


def _foreign(said: Statement) -> bool:
    """Whether a text is in Vietnamese or English where its page is not."""
    plain = said.prose
    own = letters.SCRIPT_OF.get(said.code, "")
    if own == "latin":
        neighbour = "en" if said.code == "vi" else "vi"
        found = letters.stop_words(plain, neighbour)
        return (found >= COMMON and found >= SHARE * len(letters.running_words(plain))
                and found > letters.stop_words(plain, said.code))  # fmt: skip
    if not own or letters.count(plain, "latin") <= letters.count(plain, own):
        return False
    words = letters.running_words(plain)
    if len(words) < FOREIGN_WORDS:
        return False
    # names, dishes and foreign titles stand in brackets beside the text; a sentence of another language outweighs it
    return letters.count(" ".join(words), "latin") > letters.count(plain, own)


def _letters(said: Statement, characters: dict[str, str], known: re.Pattern[str]) -> Iterator[Finding]:
    """Letters that belong to a neighbouring language: Thai in Lao, traditional characters in Chinese, others anywhere.

    A page may show a name as another language writes it: forms of the glossary are passed over.
    """
    if said.plain.isascii():
        return
    own = letters.SCRIPT_OF.get(said.code, "")
    for script, sentence in (("thai", "thai-letters"), ("lao", "lao-letters"), ("han", "chinese-characters")):
        rest = known.sub("", said.plain) if script != own and letters.SCRIPTS[script].search(said.plain) else ""
        found = letters.SCRIPTS[script].findall(rest)
        if found and (script == "thai" or len(found) > QUOTED * sum(sign.isalpha() for sign in rest)):
            yield _signs(said, letters.first_run(rest, script), sentence)
    if said.code == "zh":
        old = list(dict.fromkeys(sign for sign in said.plain if sign in characters))
        if old:
            words = {"right": "".join(characters[sign][:1] for sign in old)}
            yield _signs(said, "".join(old), "traditional-characters", words)


def _signs(said: Statement, signs: str, sentence: str, words: dict[str, str] | None = None) -> Finding:
    return Finding(NAME, said.path, said.line, {"signs": signs, "language": naming.language(said.code), **(words or {})}, sentence=sentence)


RULE = Rule(NAME, "error", run)
