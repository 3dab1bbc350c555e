"""`{{ news }}`: every piece of news, newest first."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from sitekit import citations
from sitekit.context import Context
from sitekit.feeds import paths
from sitekit.pages import Page
from sitekit.site import Site

#: How wide the picture stands: the whole width on a phone, a third of the list beside the text from 600 px on.
SIZES = "(min-width:600px) 220px,92vw"


def pages(site: Site, code: str) -> list[Page]:
    """The news as a reader of language `code` gets them, newest first; several of one day by name."""
    shown = [site.pages.shown(code, name) for name in site.pages.names()]
    return sorted((page for page in shown if page.header.kind == "news"), key=lambda page: page.header.date, reverse=True)


def figures(site: Site) -> Iterable[str]:
    """The figures that the leads of the news cite."""
    return (key for page in pages(site, site.pages.default) for key in citations.names(page.header.lead))


def html(page: Context) -> str:
    """Date, picture, title and lead of each; then how to hear of the next."""
    items = "".join(_item(page.shown(each.name), each) for each in pages(page.site, page.reader.code))
    return f'<ul class="site-news">{items}</ul><p class="site-links">{page.words("feed-follow", links=_feeds(page))}</p>'


def _feeds(page: Context) -> str:
    rows = (("Atom", paths.atom(page.reader), "application/atom+xml"), ("JSON Feed", paths.json(page.reader), "application/feed+json"))
    return " ".join(f'<a href="{page.file(path)}" type="{kind}">{name}</a>' for name, path, kind in rows)


def _item(own: Context, page: Page) -> str:
    title, lead = (escape(own.plain(text, page.file), quote=False) for text in (page.header.title, page.header.lead))
    link = f'<a href="{own.link(page.name)}">{title}</a>'
    lang = f' lang="{own.foreign}"' if own.foreign else ""
    picture = own.gallery.picture(own.gallery.find(page.header.picture, page.file), SIZES, crop="card", text="")
    return (f'<li{lang}>{picture}<div><time datetime="{page.header.date}">{own.date(page.header.date)}</time>'
            f"{own.heading(link)}<p>{lead}</p></div></li>")  # fmt: skip
