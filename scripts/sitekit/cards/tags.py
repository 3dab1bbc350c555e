"""What the head of a page tells networks: Open Graph, X, and what QQ and WeChat read."""

from __future__ import annotations

from functools import lru_cache

from babel.core import Locale, get_global

from sitekit import search_engines
from sitekit.cards import card as cards
from sitekit.cards.shapes import SHAPES, SQUARE
from sitekit.context import Context
from sitekit.languages import Language
from sitekit.pages import Page

Tag = dict[str, str]


@lru_cache(maxsize=32)
def locale(language: Language) -> str:
    """The language with the territory that networks want beside it: `vi_VN`, `zh_CN`."""
    own = Locale.parse(language.locale)
    if own.territory:
        return f"{own.language}_{own.territory}"
    known = get_global("likely_subtags")
    likely = Locale.parse(known.get(str(own)) or known[own.language])
    return f"{own.language}_{likely.territory}"


def _og(name: str, content: str) -> Tag:
    return {"property": name, "content": content}


def of(context: Context, page: Page, site_url: str) -> list[Tag]:
    """Attributes of every `<meta>` of `page`; `context` speaks the language of its text."""
    site, header = context.site, page.header
    title = context.plain(header.title, page.file)
    picture = context.gallery.description(context.gallery.find(header.picture, page.file))
    alt = context.words("labelled", label=title, text=picture)
    urls = {shape: search_engines.absolute(site_url, cards.make(site, page, shape).address) for shape in SHAPES}
    found: list[Tag] = []
    for shape, url in urls.items():
        found += [_og("og:image", url), _og("og:image:type", "image/jpeg"), _og("og:image:width", str(shape.width)),
                  _og("og:image:height", str(shape.height)), _og("og:image:alt", alt)]  # fmt: skip
    others = [language for language in site.pages.translations(page.name) if language.code != page.language]
    found += [_og("og:locale", locale(context.language)), *(_og("og:locale:alternate", locale(other)) for other in others)]
    found += _article(context, page)
    # title, description and picture X takes from the tags that all networks read
    texts = {"card": "summary_large_image", "image:alt": alt}
    found += [{"name": f"twitter:{name}", "content": text} for name, text in texts.items()]
    if page.language == "zh":
        found.append({"itemprop": "image", "content": urls[SQUARE]})
    return found


def _article(context: Context, page: Page) -> list[Tag]:
    """What a piece of news says of itself beyond other pages."""
    if page.header.kind != "news":
        return []
    return [_og("og:type", "article"), _og("article:published_time", page.header.date),
            _og("article:modified_time", page.header.checked), _og("article:section", cards.section(context.site, page))]  # fmt: skip
