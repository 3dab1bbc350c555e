"""What search engines read: which languages a page really has, which address counts, robots.txt, proofs of ownership."""

from __future__ import annotations

from urllib.parse import quote

from sitekit.languages import Language
from sitekit.pages import Pages, address

#: Reserved for examples by RFC 2606: a site with this address is never published.
EXAMPLE_ADDRESS = "https://nghean.example/"


def absolute(site_url: str, path: str) -> str:
    """`path` below the site's root with scheme and host."""
    return site_url.rstrip("/") + "/" + quote(path)


def alternates(pages: Pages, name: str, site_url: str) -> list[tuple[str, str]]:
    """(hreflang, absolute address) of every real translation of page `name`, then `x-default`."""
    real = pages.translations(name)
    found = [(language.tag, absolute(site_url, address(name, language))) for language in real]
    default = pages.languages[pages.default]
    return [*found, ("x-default", absolute(site_url, address(name, default)))]


def canonical(pages: Pages, name: str, language: Language, site_url: str) -> str:
    """The address that counts: the page's own, or the default language's where the page falls back to it."""
    real = language if pages.real(language.code, name) else pages.languages[pages.default]
    return absolute(site_url, address(name, real))


def robots(site_url: str) -> str:
    """robots.txt: everything may be read, and where the sitemap is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {absolute(site_url, 'sitemap.xml')}\n"
