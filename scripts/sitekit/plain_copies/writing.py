"""Writes the copies and the lists of them into the built site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from sitekit import figure_files, fingerprint, html_tree, kept, search_engines
from sitekit.languages import Language
from sitekit.page_files import PageFiles
from sitekit.pages import Page
from sitekit.plain_copies.markdown import Writer
from sitekit.site import Site
from sitekit.view import View

#: What is appended to the address of a page, as llmstxt.org proposes for addresses without a file name.
COPY, LIST = "index.html.md", "llms.txt"
#: Parts of a page around its text that belong to it: (tag, class), in the order in which they stand.
PARTS = (("div", "site-hero__text"), ("dl", "site-strip"), ("article", "site-article"), ("section", "site-sources"))


def copy(html: str, here: str) -> str:
    """The built page `html` at absolute address `here` as Markdown."""
    writer, main = Writer(here), _main(html)
    blocks: list[str] = []
    for tag, name in PARTS:
        for text in _elements(main, tag, name):
            part = html_tree.parse(text).children[0]
            if not isinstance(part, html_tree.Element):  # a text begins with the element that it was found by
                continue
            shown = [child for child in part.children if not (isinstance(child, html_tree.Element) and child.tag == "nav")]
            blocks += writer.block(part) if tag == "dl" else writer.blocks(shown)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _main(html: str) -> str:
    """What stands between header and footer; all of the page where that cannot be told."""
    start, end = html.find("<main"), html.rfind("</main>")
    return html[start : end + len("</main>")] if 0 <= start < end else html


def _elements(html: str, tag: str, name: str) -> Iterator[str]:
    """Each element `tag` of class `name` as it is written: most of a page is none of them and need not be read."""
    for match in re.finditer(rf'<{tag}\b[^<>]*\bclass="([^"<>]*)"', html):
        if name in match[1].split():
            opened = 0
            for end in re.compile(rf"<(/?){tag}\b[^<>]*>").finditer(html, match.start()):
                opened += -1 if end[1] else 1
                if not opened:
                    yield html[match.start() : end.end()]
                    break


def summary(site: Site, language: Language, site_url: str) -> str:
    """llms.txt of `language`: what the site is, then every page by section, the figures, and the other languages."""
    words = site.words[language.code]
    home = View(site, language.code, "index", site_url)
    lines = [f"# {words('site-long-name')}", "", f"> {home.plain(home.header.description)}", "", home.publisher["mandate"], ""]
    pages = sorted((page for page in site.pages if page.language == language.code), key=lambda page: (_section(page), page.name))
    sections = {row["page"].partition("/")[0]: home.frame.pick(row["name"]) for row in site.sections}
    for key, name in {"": words("home"), **sections}.items():
        listed = [page for page in pages if (_section(page) if _section(page) in sections else "") == key]
        listed.sort(key=lambda page: (not page.name.endswith("index"), page.name))
        lines += [f"## {name}", "", *(_line(site, page, site_url) for page in listed), ""] if listed else []
    files = [f"- [{words('download-' + form)}]({search_engines.absolute(site_url, figure_files.path(language, form))})"
             for form in figure_files.FORMS]  # fmt: skip
    others = [f"- [{row.name}]({search_engines.absolute(site_url, row.prefix + LIST)})"
              for row in site.languages.values() if row != language]  # fmt: skip
    return "\n".join([*lines, f"## {words('downloads')}", "", *files, "", f"## {words('languages')}", "", *others]) + "\n"


def _section(page: Page) -> str:
    return page.name.partition("/")[0]


def _line(site: Site, page: Page, site_url: str) -> str:
    view = View(site, page.language, page.name, site_url)
    return f"- [{view.plain(page.header.title)}]({urljoin(view.canonical, COPY)}): {view.plain(page.header.description)}"


def write(built: PageFiles, site_url: str) -> None:
    """Write a copy of every real page among those `built` beside it, and llms.txt of their language.

    A page whose HTML is what it was in the last build is not read again.
    """
    site, code = built.site, built.code
    language, kept_as = site.languages[code], f"copies/{code}"
    known, copies = kept.read(site.root, kept_as) or {}, {}
    for page in site.pages:
        if page.language != code:
            continue
        here = search_engines.absolute(site_url, built.address(page.name))
        key = fingerprint.of(fingerprint.code(), here, built.digest(page.name))
        copies[key] = known.get(key) or copy(built.html(page.name).decode(), here)
        built.file(page.name).with_name(COPY).write_text(copies[key], "utf-8")
    if copies != known:
        kept.write(site.root, kept_as, copies)
    (built.folder / language.prefix / LIST).write_text(summary(site, language, site_url), "utf-8")
