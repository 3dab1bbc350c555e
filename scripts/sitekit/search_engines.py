"""What search engines read: which languages a page really has, the sitemap, robots.txt."""

from __future__ import annotations

from urllib.parse import quote
from xml.sax.saxutils import escape

from sitekit.languages import Language
from sitekit.pages import Page, Pages, address

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


def _entry(page: Page, pages: Pages, site_url: str) -> str:
    here = absolute(site_url, address(page.name, pages.languages[page.language]))
    links = "".join(f'<xhtml:link rel="alternate" hreflang="{tag}" href="{escape(url)}"/>'
                    for tag, url in alternates(pages, page.name, site_url))  # fmt: skip
    # the date on which the page's facts were last checked, never the day of the build
    return f"<url><loc>{escape(here)}</loc><lastmod>{page.header.checked}</lastmod>{links}</url>"


def sitemap(pages: Pages, site_url: str) -> str:
    """sitemap.xml: every real translation with all its alternates; fallback pages are not claimed."""
    entries = [_entry(page, pages, site_url) for page in sorted(pages, key=lambda page: (page.name, page.language))]
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
            'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n' + "\n".join(entries) + "\n</urlset>\n")  # fmt: skip


def robots(site_url: str) -> str:
    """robots.txt: everything may be read, and where the sitemap is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {absolute(site_url, 'sitemap.xml')}\n"
