"""What two versions of a page do not share, in the words of the rules of structure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sitekit.checking import naming
from sitekit.checking.alignment import Pair
from sitekit.checking.blocks import Block
from sitekit.checking.source_page import SourcePage


@dataclass(frozen=True)
class Gap:
    """Blocks that one side has and the other lacks, one after the other. `line`: where, in the translation."""

    missing: bool
    blocks: tuple[Block, ...]
    line: int

    def words(self, page: SourcePage) -> dict[str, Any]:
        """The words that fill a sentence about it."""
        count = len(self.blocks)
        return {
            "language": naming.language(page.code),
            "count": count,
            "lines": naming.lines(block.line for block in self.blocks),
            "text": naming.excerpt(self.blocks[0].plain.replace("\ufffc", "…")) or self.blocks[0].kind,
            "source": f"docs/vi/{page.name}.md",
        }


def place(pairs: Sequence[Pair], block: Block, page: SourcePage) -> int:
    """The line of the translation where the source's `block` has its counterpart, or would have it."""
    last = page.body_line
    for source, translation in pairs:
        if translation:
            last = translation.line
        if source is block:
            break
    return last


def gaps(pairs: Sequence[Pair], kinds: Sequence[str], page: SourcePage) -> Iterator[Gap]:
    """The gaps between the blocks of `pairs` whose kind is one of `kinds`; blocks of one list or table go together."""
    run: list[Block] = []
    state: tuple[bool, str, int] | None = None
    last = page.body_line
    at = last
    for source, translation in [*pairs, (None, None)]:
        block = None if source and translation else source or translation
        now = (source is not None, block.kind, block.group) if block and block.kind in kinds else None
        if run and now != state:
            yield Gap(state[0] if state else True, tuple(run), at if state and state[0] else run[0].line)
            run = []
        if block and now:
            if not run:
                at = last
            run.append(block)
            state = now
        if translation:
            last = translation.last
