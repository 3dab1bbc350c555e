"""The pages of the site, and those that a browser visits: a sample in every run, all of them in the long one.

The sample of each language holds a page of every kind and a share of the blocks, so that all languages together show
each block; the rest is drawn by a fixed seed, another for each language.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from sitekit import citations, languages
from sitekit.blocks.registry import BLOCKS
from sitekit.frontmatter import KINDS
from sitekit.pages import Page, Pages

ROOT = Path(__file__).resolve().parent.parent
_pages = Pages(ROOT, languages.load(ROOT))

#: Every page that was written in Vietnamese, which is written first; each is promised in every language.
NAMES = sorted(page.name for page in _pages if page.language == languages.REFERENCE)
CODES = list(_pages.languages)
#: Pages drawn by chance beside those of each kind and block.
MORE = 2


def page(name: str) -> Page:
    """The Vietnamese page `name`."""
    found = _pages.reference(name)
    assert found
    return found


def with_block(block: str) -> list[str]:
    """The pages that show `block`; for `plot` or `table` any of them."""
    return [name for name in NAMES if any(block in {cited, cited.partition(":")[0]} for cited in citations.names(page(name).body))]


#: Pages that list others and say nothing themselves: in each language in its own order, without figures and sources.
LISTS = {name for name in NAMES if page(name).header.kind == "list"}


def sample(code: str) -> list[str]:
    """The names of the pages that every run of the tests visits in language `code`."""
    chance = random.Random(f"pages in {code}")
    found = [chance.choice(names) for kind in KINDS if (names := [name for name in NAMES if page(name).header.kind == kind])]
    blocks = sorted({*BLOCKS, "plot"})[CODES.index(code) :: len(CODES)]
    found += [chance.choice(names) for block in blocks if (names := with_block(block))]
    found += chance.sample(NAMES, min(MORE, len(NAMES)))
    return sorted(set(found))


#: (name, language) for every page; those outside the samples are visited in the long run.
EVERY_PAGE = [pytest.param(name, code, marks=[] if name in sample(code) else [pytest.mark.long]) for code in CODES for name in NAMES]
