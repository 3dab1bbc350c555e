"""Work of the reader of Markdown that no byte of the site depends on, left out.

A new reader is made for each page, and each of its expressions looks through every text for signs that few of them hold; of every
heading it works out the text for a list that no page shows; every tag goes through a parser of HTML that looks for blocks, of
which most texts hold none but the pictures that we have put there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown import Markdown, inlinepatterns
from markdown.blockprocessors import BlockProcessor, BlockQuoteProcessor, HashHeaderProcessor, HRProcessor
from markdown.extensions.def_list import DefListProcessor
from markdown.extensions.toc import TocTreeprocessor, nest_toc_tokens, unescape
from markdown.inlinepatterns import Pattern
from markdown.preprocessors import HtmlBlockPreprocessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

from building.replacing import replaced

_readers: dict[tuple[tuple[str, ...], str], Markdown] = {}


def _markdown(extensions: Sequence[str], extension_configs: Mapping[str, Any]) -> Markdown:
    """One reader of Markdown for all pages, as new: what MkDocs adds for a page takes the place of what it added for the last."""
    key = tuple(extensions), repr(extension_configs)
    if key not in _readers:
        _readers[key] = Markdown(extensions=extensions, extension_configs=extension_configs)
    return _readers[key].reset()


#: A line of pictures as `sitekit.picture_html` writes it, between blank ones.
PICTURES = re.compile(r"<(?:(?<=\A<)|(?<=\n\n<))"
                      r'(figure class="site-figure-block"|div class="site-gallery")>[^\n]*</(?:figure|div)>(?=\n\n)')  # fmt: skip
#: Whatever the parser might see as a block or write otherwise: a sign that begins no plain element inside a line, no reference.
OTHER = re.compile(r"<(?!/?(?:a|abbr|b|br|cite|code|data|em|i|img|kbd|mark|q|s|small|span|strong|sub|sup|time|u)(?=[\s>/])[^<>`]*>)"
                   r"|&(?!#?\w+;)")  # fmt: skip
_parsed: Callable[[HtmlBlockPreprocessor, list[str]], list[str]] = HtmlBlockPreprocessor.run


def _blocks(self: HtmlBlockPreprocessor, lines: list[str]) -> list[str]:
    """As the parser does where there is no block but lines of pictures."""
    source, found, at = "\n".join(lines), list[tuple[str, str]](), 0
    for match in PICTURES.finditer(source):
        html, end = match[0], f"</{match[1].partition(' ')[0]}>"
        if not html.endswith(end) or html.count(end) > 1:
            return _parsed(self, lines)
        found.append((source[at : match.start()], html))
        at = match.end()
    rest = source[at:]
    if any(OTHER.search(text) for text in (*(text for text, _ in found), rest)):
        return _parsed(self, lines)
    stash = self.md.htmlStash
    parts = [f"{text}\n{stash.store(html + chr(10))}\n\n" for text, html in found]
    return "".join((*parts, rest)).split("\n")


#: What a block must hold for the processor to find its own.
BLOCKS: dict[type[BlockProcessor], str] = {HashHeaderProcessor: "#", BlockQuoteProcessor: ">", HRProcessor: "-_*", DefListProcessor: ":"}


def _asked(processor: type[BlockProcessor], signs: str) -> Callable[[BlockProcessor, Element, str], bool]:
    test = processor.test

    def asked(self: BlockProcessor, parent: Element, block: str) -> bool:
        return any(sign in block for sign in signs) and test(self, parent, block)

    return asked


#: What a text must hold for Markdown's expressions to match.
SIGNS = {inlinepatterns.BACKTICK_RE: "`", inlinepatterns.LINK_RE: "[", inlinepatterns.IMAGE_LINK_RE: "![",
         inlinepatterns.ESCAPE_RE: "\\", inlinepatterns.AUTOLINK_RE: "<", inlinepatterns.AUTOMAIL_RE: "<",
         inlinepatterns.HTML_RE: "<", inlinepatterns.ENTITY_RE: "&", inlinepatterns.LINE_BREAK_RE: "  \n"}  # fmt: skip
_applied: Callable[..., tuple[str, bool, int]] = InlineProcessor._InlineProcessor__applyPattern


def _inline(self: InlineProcessor, data: str, index: int = 0) -> str:
    """As the reader's own, which asks every pattern of every text."""
    done: bool = isinstance(data, AtomicString)
    if done:
        return data
    patterns = self.inlinePatterns
    known: list[tuple[Pattern, str]] = patterns.__dict__.setdefault("with_signs", [])
    if len(known) != len(patterns):
        known[:] = [(pattern, SIGNS.get(pattern.pattern, "")) for pattern in patterns]
    for at in range(index, len(known)):
        pattern, sign = known[at]
        start, matched = 0, True
        while matched and data.find(sign, start) >= 0:
            data, matched, start = _applied(self, pattern, data, at, start)
    return data


_listed: Callable[[TocTreeprocessor, Element], None] = TocTreeprocessor.run


def _headings(self: TocTreeprocessor, doc: Element) -> None:
    """As the reader's own where a heading lacks an id or a list is asked for; else only what the link to the first heading needs."""
    found = [each for each in doc.iter() if isinstance(each.tag, str) and self.header_rgx.match(each.tag)]
    if (any("id" not in each.attrib or "data-toc-label" in each.attrib for each in found) or self.use_anchors
            or self.use_permalinks not in {False, None} or any(self.marker in (each.text or "") for each in doc.iter())):  # fmt: skip
        _listed(self, doc)
        return
    for each in found:
        self.set_level(each)
    tokens = [{"level": int(each.tag[-1]), "id": unescape(each.attrib["id"]), "name": "", "html": "", "data-toc-label": ""}
              for each in found if self.toc_top <= int(each.tag[-1]) <= self.toc_bottom]  # fmt: skip
    self.md.toc_tokens, self.md.toc = nest_toc_tokens(tokens), ""


@contextmanager
def quickly() -> Iterator[None]:
    """It is left out while in the block."""
    with ExitStack() as stack:
        stack.enter_context(replaced(markdown, Markdown=_markdown))
        stack.enter_context(replaced(HtmlBlockPreprocessor, run=_blocks))
        for processor, signs in BLOCKS.items():
            stack.enter_context(replaced(processor, test=_asked(processor, signs)))
        stack.enter_context(replaced(InlineProcessor, _InlineProcessor__handleInline=_inline))
        stack.enter_context(replaced(TocTreeprocessor, run=_headings))
        yield
