"""What a feed says of itself: the same in both formats."""

from __future__ import annotations

from dataclasses import dataclass

from sitekit import search_engines
from sitekit.context import Context
from sitekit.feeds import paths
from sitekit.feeds.items import Item, items
from sitekit.installing import icons
from sitekit.languages import Language
from sitekit.pages import address
from sitekit.site import Site

LICENCE = "CC BY 4.0"


@dataclass(frozen=True)
class Channel:
    """A feed of one language: texts, absolute addresses and items, `updated` on the ISO day of the last change.

    `others` are the languages, Atom and JSON addresses of its sisters.
    """

    language: Language
    title: str
    description: str
    author: str
    rights: str
    home: str
    atom: str
    json: str
    icon: str
    favicon: str
    others: tuple[tuple[Language, str, str], ...]
    items: tuple[Item, ...]
    updated: str


def channel(site: Site, language: Language, site_url: str) -> Channel:
    """The feed of `language`."""
    own = Context(site, address("index", language), language, language)
    home = site.pages.shown(language.code, "index")
    publisher = site.publisher
    others = tuple((row, search_engines.absolute(site_url, paths.atom(row)), search_engines.absolute(site_url, paths.json(row)))
                   for row in site.languages.values() if row != language)  # fmt: skip
    found = tuple(items(site, language, site_url))
    return Channel(
        language=language,
        title=title(own),
        description=own.plain(home.header.description, home.file),
        author=own.pick(publisher["name"]) if publisher["official"] else own.words("site-name"),
        rights=f"{own.words('licence-note')} {LICENCE}",
        home=search_engines.absolute(site_url, own.here),
        atom=search_engines.absolute(site_url, paths.atom(language)),
        json=search_engines.absolute(site_url, paths.json(language)),
        icon=search_engines.absolute(site_url, icons.path("icon-512")),
        favicon=search_engines.absolute(site_url, icons.path("icon-192")),
        others=others,
        items=found,
        updated=max((item.updated for item in found), default=home.header.checked),
    )


def title(own: Context) -> str:
    """The name of the feed in the language of `own`."""
    return own.words("feed-title", site=own.words("site-name"))
