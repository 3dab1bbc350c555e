"""What a translation was made from: one short digest per block of the Vietnamese page, kept in the translation's header.

`translated_from` is a string of digests (six hexadecimal digits each) with a space between: those of title, description
and lead, then one for each block of the body. So a later change is named to the paragraph, with no git history, after
a zip upload or an edit in a browser. A change of white space, of emphasis, of a figure's key or form, of a link's
target, of a picture's file or of a heading's id is no change of text.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher

from sitekit.checking.blocks import CITATION, Block
from sitekit.checking.source_page import TEXTS, SourcePage

DIGITS = 6
_STAMP = re.compile(rf"[0-9a-f]{{{DIGITS}}}( [0-9a-f]{{{DIGITS}}})*")


def normal(block: Block) -> str:
    """The text of `block` as its digest sees it."""
    words = re.sub(r"\s*\|\s*", "|", _plain(block)) if block.kind == "row" else _plain(block)
    blocks = [cited.key for cited in block.citations if not cited.figure]
    text = " ".join(" ".join([block.kind, words, *blocks]).split())
    return unicodedata.normalize("NFC", text.replace(CITATION, "⟨figure⟩"))


def _plain(block: Block) -> str:
    if block.inline.pictures:
        return " ".join([block.plain, *(f"!{picture.text}" for picture in block.inline.pictures)])
    return block.plain


def of(block: Block) -> str:
    """The digest of one block."""
    return hashlib.sha256(normal(block).encode("utf-8", "replace")).hexdigest()[:DIGITS]


def _counted(page: SourcePage) -> list[tuple[str, int]]:
    """Digest and line of everything that counts; a missing header text counts as an empty one, so that places agree."""
    texts = {block.kind: block for block in page.header_blocks}
    head = [texts.get(key) or Block(key, page.line(key), page.line(key), "") for key in TEXTS]
    return [(of(block), block.line) for block in (*head, *page.blocks)]


def stamp(page: SourcePage) -> str:
    """The digests of `page` as a translation made from it today keeps them."""
    return " ".join(digest for digest, _ in _counted(page))


def readable(text: str) -> bool:
    """Whether `text` is such a string of digests."""
    return bool(_STAMP.fullmatch(text))


@dataclass(frozen=True)
class Changes:
    """What happened to the source since: lines that are new or changed, and lines beside which something was taken out."""

    changed: tuple[int, ...] = ()
    removed_at: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changed or self.removed_at)


def changes(page: SourcePage, made_from: str) -> Changes:
    """How `page` differs from the state that `made_from` (a readable stamp) records; lines are those of `page` today."""
    now = _counted(page)
    then, today = made_from.split(), [digest for digest, _ in now]
    if then == today:
        return Changes()
    head = len(TEXTS)
    changed = [now[place][1] for place in range(head) if then[place:place + 1] != today[place:place + 1]]  # fmt: skip
    removed = []
    body = now[head:]
    for kind, start, end, from_, to in SequenceMatcher(None, then[head:], today[head:], autojunk=False).get_opcodes():
        if kind in ("replace", "insert"):
            changed += [line for _, line in body[from_:to]]
        if kind == "delete" or (kind == "replace" and end - start > to - from_):
            removed.append(body[min(to, len(body) - 1)][1] if body else page.body_line)
    return Changes(tuple(changed), tuple(removed))
