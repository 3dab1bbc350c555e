"""Sitemaps: one for the pages of each language, one for the pictures, and an index of them all.

A page in place of a missing translation is not claimed. Dates are those on which a page last changed, never the day
of the build.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from html import escape as html_escape
from pathlib import Path

from sitekit import last_changed, page_pictures, search_engines
from sitekit.languages import Language
from sitekit.pages import Page, address
from sitekit.picture_html import FOLDER
from sitekit.site import Site

#: In text of an XML file.
escape = partial(html_escape, quote=False)
INDEX, PICTURES = "sitemap.xml", "sitemap-pictures.xml"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACES = ('xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" '
          'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"')  # fmt: skip


def path(language: Language) -> str:
    """Where the sitemap of `language` is published, below the root."""
    return f"sitemap-{language.code}.xml"


def write(site: Site, folder: Path, site_url: str, shown: dict[str, list[str]]) -> None:
    """Write all sitemaps of the site built in `folder`; `shown` are the pictures of every real page (by its file)."""
    dates = {page.file: last_changed.day(site, page).isoformat() for page in site.pages}
    files: list[tuple[str, str]] = []
    for language in site.languages.values():
        pages = sorted((page for page in site.pages if page.language == language.code), key=lambda page: page.name)
        entries = [_page(site, page, dates[page.file], shown[page.file], site_url) for page in pages]
        (folder / path(language)).write_text(_urlset(entries), "utf-8")
        if pages:
            files.append((path(language), max(dates[page.file] for page in pages)))
    owners = page_pictures.owners(site, shown)
    (folder / PICTURES).write_text(_urlset(_pictures(site, owners, site_url)), "utf-8")
    if owners:
        files.append((PICTURES, max(dates[page.file] for page, _ in owners)))
    rows = "\n".join(f"<sitemap><loc>{escape(search_engines.absolute(site_url, name))}</loc><lastmod>{day}</lastmod></sitemap>"
                     for name, day in files)  # fmt: skip
    text = f'{HEAD}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}\n</sitemapindex>\n'
    (folder / INDEX).write_text(text, "utf-8")


def _urlset(entries: Iterable[str]) -> str:
    return f"{HEAD}<urlset {SPACES}>\n" + "\n".join(entries) + "\n</urlset>\n"


def _here(site: Site, page: Page, site_url: str) -> str:
    return escape(search_engines.absolute(site_url, address(page.name, site.languages[page.language])))


def _image(site: Site, key: str, site_url: str) -> str:
    """The largest file of picture `key` in the format that everything reads."""
    file = page_pictures.largest(site, key)
    return f"<image:image><image:loc>{escape(search_engines.absolute(site_url, FOLDER + file))}</image:loc></image:image>"


def _page(site: Site, page: Page, day: str, keys: Iterable[str], site_url: str) -> str:
    links = "".join(f'<xhtml:link rel="alternate" hreflang="{tag}" href="{escape(url)}"/>'
                    for tag, url in search_engines.alternates(site.pages, page.name, site_url))  # fmt: skip
    images = "".join(_image(site, key, site_url) for key in keys)
    return f"<url><loc>{_here(site, page, site_url)}</loc><lastmod>{day}</lastmod>{links}{images}</url>"


def _pictures(site: Site, owners: Iterable[tuple[Page, list[str]]], site_url: str) -> Iterable[str]:
    """Every picture of the site once, under the page that shows it best."""
    for page, keys in owners:
        images = "".join(_image(site, key, site_url) for key in keys)
        yield f"<url><loc>{_here(site, page, site_url)}</loc>{images}</url>"
