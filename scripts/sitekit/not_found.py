"""What the 404 page says in each language."""

from __future__ import annotations

from urllib.parse import urlsplit

from sitekit.pages import address
from sitekit.site import Site


def rows(site: Site, site_url: str) -> list[dict[str, str]]:
    """Title, text and link home per language. The page is served at any address, so links start at the root."""
    root = urlsplit(site_url).path.rstrip("/") + "/"
    return [{"tag": language.tag, "prefix": language.prefix, "title": site.words[code]("not-found-title"),
             "text": site.words[code]("not-found-text"), "link": site.words[code]("not-found-home"),
             "home": root + address("index", language)} for code, language in site.languages.items()]  # fmt: skip
