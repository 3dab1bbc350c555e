"""Pages are plain Markdown: of HTML only a few harmless tags may stand in them, and nothing that runs or asks another host."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitekit.checking import naming
from sitekit.checking.blocks import Block
from sitekit.checking.corpus import Corpus
from sitekit.checking.rule import Finding, Rule

#: Tags that Markdown has no sign for and that can do no harm, with the attributes they may have.
ALLOWED = {"br": (), "wbr": (), "sub": (), "sup": (), "kbd": (), "small": (), "abbr": ("title",), "cite": ("lang",), "q": ("lang",),
           "span": ("lang",), "i": ("lang",), "mark": ()}  # fmt: skip
DANGEROUS = ("script", "style", "iframe", "object", "embed", "form", "input", "button", "link", "meta", "base", "svg", "math", "frame",
             "video", "audio", "source", "template", "img")  # fmt: skip
_TAG = re.compile(r"<\s*/?\s*([A-Za-z][A-Za-z0-9:-]*)\b([^<>]*)>?")
_ATTRIBUTE = re.compile(r"([A-Za-z_:@][\w:.-]*)\s*(?:=|(?=[\s/>]|$))")
_HANDLER = re.compile(r"\{[^{}]*\b(on[a-z]+|style|srcdoc)\s*=[^{}]*\}", re.IGNORECASE)
_SCRIPTED = re.compile(r"\s*(javascript|vbscript|data)\s*:", re.IGNORECASE)
#: Where a link's address is given apart from its text. To our parser such an address is no link at all, to the build's it is one.
_APART = re.compile(r"^ {0,3}\[[^\]\n]+\]:\s*<?\s*(?:javascript|vbscript|data)\s*:.*", re.IGNORECASE | re.MULTILINE)
_REMOTE = re.compile(r"\s*([a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)


def _without_comments(text: str) -> str:
    """`text` without what stands in comments; one that is never closed stays."""
    kept, position = [], 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        kept.append(text[position:start])
        position = end + 3
    return " ".join([*kept, text[position:]])


def _tags(text: str) -> Iterator[tuple[str, str]]:
    """Sentence and evidence for each tag of `text` that may not stand there."""
    for tag in _TAG.finditer(_without_comments(text)):
        name, rest = tag[1].lower(), tag[2]
        attributes = [found.lower() for found in _ATTRIBUTE.findall(re.sub(r"\"[^\"]*\"|'[^']*'", '""', rest))]
        if name in DANGEROUS or any(found.startswith("on") or found in ("style", "src", "href", "srcdoc") for found in attributes):
            yield "raw-html-dangerous", tag[0]
        elif name not in ALLOWED or not set(attributes) <= set(ALLOWED[name]):
            yield "", tag[0]


def _block(block: Block, source: str) -> Iterator[tuple[str, str]]:
    """The same for a block of which `source` are the lines as they stand in the file."""
    if "{" in source and (handler := _HANDLER.search(source)):
        yield "raw-html-dangerous", handler[0]
    if apart := _APART.search(source):
        yield "raw-html-dangerous", apart[0]
    if block.kind == "html":
        yield from _tags(block.text)
        return
    inline = block.inline
    yield from _tags(" ".join(inline.html))
    # a tag that is never closed is no tag to Markdown, but a browser may take it for one
    rest = block.plain
    for code in inline.code:
        rest = rest.replace(code, " ")
    for tag in _TAG.finditer(rest):
        if tag[1].lower() in DANGEROUS:
            yield "raw-html-dangerous", tag[0]
    for target in (*(link.target for link in inline.links), *(picture.target for picture in inline.pictures)):
        if _SCRIPTED.match(target):
            yield "raw-html-dangerous", target
    for picture in inline.pictures:
        if _REMOTE.match(picture.target):
            yield "picture-of-another-host", picture.target


def run(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each block and kind of trouble, showing what stands there; code is left alone."""
    for page in corpus.pages():
        for block in page.blocks:
            source = "\n".join(page.lines[block.line - 1:block.last])  # fmt: skip
            if block.kind == "code" or not any(sign in source for sign in "<{]"):
                continue
            said = set()
            for sentence, evidence in _block(block, source):
                if sentence not in said:
                    said.add(sentence)
                    words = {"text": naming.excerpt(evidence), "allowed": ", ".join(sorted(ALLOWED))}
                    yield Finding("raw-html", page.path, block.line, words, sentence=sentence)


RULE = Rule("raw-html", "error", run)
