"""Markdown read quickly is what Markdown's own reader makes of it."""

from __future__ import annotations

import random

import markdown
import pytest

from building import reading
from sitekit.pages import Pages

EXTENSIONS = ["attr_list", "tables", "def_list", "toc"]
CONFIGS = {"toc": {"permalink": False, "title": ""}}
PICTURE = ('<figure class="site-figure-block"><a class="site-enlarge" href="../a.jpg" data-large="1 2"><picture><source type="image/avif" '
           'srcset="../a.avif 1w"><img src="../a.jpg" alt="A &amp; B"></picture></a><figcaption>Words <small>by</small></figcaption>'
           "</figure>")
#: Pieces of pages, sound and unsound, from which texts are put together.
PIECES = (
    "Plain words.", "Two\nlines.", "## Heading { #own }", "## Heading", "### Deep { #deep data-toc-label='Other' }", "[TOC]",
    "Heading\n---", "Heading\n===", "- one\n- two", "1. one\n2. two\n\n    more",
    "> quoted\n> more", "# *One* `two`", "* * *", "---", "Term\n:   Meaning",
    "| a | b |\n|---|---|\n| 1 | 2 |", "    code <b>", "`<div>` and `a`", PICTURE, f"{PICTURE} tail", f"before\n{PICTURE}", f"  {PICTURE}",
    f'<div class="site-gallery">{PICTURE}{PICTURE}</div>', f'<div class="site-gallery">{PICTURE}<div></div></div>', f"{PICTURE}{PICTURE}",
    "<div>\n\nopen", "</div>", "<section><p>raw</p></section>", "<!-- said -->", "words <!-- said --> more",
    "<data value='1'>1</data> each", "<small>note <a href='x'>y</a></small>", "<span title='a>b'>c</span>", "<b>open", "</i>", "<br>after",
    "x < y & z &amp; &copy &#8211; &nosuch;", "<https://example.org/>", "<a@example.org>", "[text](../visit/cua-lo.md)",
    "![text](a.jpg)", "**strong** *soft* __both__",
    "a  \nb", "\\*kept\\*", "<script>1 < 2</script>", "<?php 1 ?>", "<p>one</p> two", "<hr>", "<td>", "ສະບາຍດີ <span lang='lo'>ລາວ</span>",
    "中文（全角）：“引号”", "",
)  # fmt: skip


def _html(text: str) -> tuple[str, list[str]]:
    reader = markdown.Markdown(extensions=EXTENSIONS, extension_configs=CONFIGS)
    html = reader.convert(text)
    return html, [row["id"] for row in reader.toc_tokens]


def _compared(text: str) -> None:
    plain = _html(text)
    with reading.quickly():
        assert _html(text) == plain, text


def _texts(seed: int, count: int) -> list[str]:
    chance = random.Random(seed)
    return [chance.choice(("\n\n", "\n\n", "\n", "\n\n\n")).join(chance.choices(PIECES, k=chance.randint(1, 9))) for _ in range(count)]


def test_each_piece() -> None:
    """Every piece by itself, and beside every other."""
    for one in PIECES:
        _compared(one)
        for other in PIECES:
            _compared(f"{one}\n\n{other}")


def test_pieces_together() -> None:
    """Pieces put together by chance, with blank lines between them or without."""
    for text in _texts(8, 400):
        _compared(text)


@pytest.mark.long
def test_many_pieces_together() -> None:
    """The same many times."""
    for text in _texts(80, 40_000):
        _compared(text)


def test_pages(pages: Pages) -> None:
    """The text of every page of the site, as it is written."""
    for page in pages:
        _compared(page.body)
