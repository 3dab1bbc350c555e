"""What a template needs to print one page: plain values, computed here so that no template decides."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property, partial
from typing import Any

from sitekit import figure_files, first_fonts, links, numbers, page_frame, page_parts, page_script, search_engines, verification
from sitekit.blocks import registry
from sitekit.cards import tags
from sitekit.citations import Citations
from sitekit.context import Context
from sitekit.feeds import channel
from sitekit.feeds import paths as feed_paths
from sitekit.installing import icons
from sitekit.installing import paths as installing_paths
from sitekit.languages import Language
from sitekit.page_sources import used
from sitekit.pages import Page, address
from sitekit.sharing import block
from sitekit.site import Site


class View:
    """Page `name` as a reader of language `code` sees it; a missing translation is shown in English."""

    def __init__(self, site: Site, code: str, name: str, site_url: str) -> None:
        self.site, self.name, self.site_url = site, name, site_url
        self.reader: Language = site.languages[code]
        self.page: Page = site.pages.shown(code, name)
        self.text: Language = site.languages[self.page.language]
        self.fallback = self.page.language != code
        self.address = address(name, self.reader)
        self.t = site.words[code]
        self.header = self.page.header
        #: The page's text, and the frame around it: the same language unless the page falls back to English.
        self.inside = Context(site, self.address, self.reader, self.text)
        self.frame = self.inside.at(self.reader)
        self.gallery = self.inside.gallery

    # -- text -------------------------------------------------------------------------------------------------

    def plain(self, text: str) -> str:
        """A header text with its figures filled in, without mark-up."""
        return self.inside.plain(text, self.page.file)

    def prose(self, text: str) -> str:
        """A header text as HTML: figures filled in, escaped, names kept on one line."""
        return self.inside.prose(self.plain(text))

    def markdown(self) -> str:
        """The page's Markdown with figures, blocks and pictures in place."""
        blocks = {name: partial(self._block, name) for name in registry.of(self.site)}
        body = Citations(self.site.figures, self.inside.figure, blocks).fill(self.page.body, self.page.file, self.page.body_line)
        return self.gallery.replace(body, self.page.file, self.page.body_line)

    @property
    def script(self) -> str:
        """The script of all pages."""
        return self.link(self.site.once(("script",), page_script.path))

    def _block(self, name: str) -> str:
        return registry.of(self.site)[name].write(registry.placed(self.inside, self.page.body, name))

    @property
    def dated(self) -> tuple[str, str]:
        """The day of a piece of news as data and in words; two empty texts on every other page."""
        return self.header.date, self.inside.date(self.header.date)

    # -- for search engines -----------------------------------------------------------------------------------

    @property
    def canonical(self) -> str:
        """Absolute address of the page that counts."""
        return search_engines.canonical(self.site.pages, self.name, self.reader, self.site_url)

    @property
    def alternates(self) -> list[tuple[str, str]]:
        """(hreflang, address) of every real translation; none on a page that is not a translation itself."""
        return [] if self.fallback else search_engines.alternates(self.site.pages, self.name, self.site_url)

    @property
    def plain_copy(self) -> str:
        """Where the page lies as plain Markdown; nothing for a page that is no translation."""
        return "" if self.fallback else self.link(self.address + "index.html.md")

    @property
    def verification(self) -> list[tuple[str, str]]:
        """(name, content) of the proofs of ownership; they stand on the home pages."""
        return verification.tags(self.site.search_engines) if self.name == "index" else []

    @property
    def window_title(self) -> str:
        """The text of `<title>`: the page, then the site."""
        title = self.plain(self.header.title)
        return title if self.header.kind == "home" else f"{title} · {self.t('site-name')}"

    @cached_property
    def card_tags(self) -> list[dict[str, str]]:
        """Attributes of each `<meta>` that tells networks of this page's cards and languages."""
        return tags.of(self.inside, self.page, self.site_url)

    # -- for followers ----------------------------------------------------------------------------------------

    @cached_property
    def feeds(self) -> list[dict[str, str]]:
        """The feeds of the reader's language: media type, title, link."""
        kinds = ((feed_paths.atom, "application/atom+xml"), (feed_paths.json, "application/feed+json"))
        return [{"type": kind, "title": channel.title(self.frame), "link": self.link(path(self.reader))} for path, kind in kinds]

    @property
    def manifest(self) -> str:
        """The web manifest of the reader's language."""
        return self.link(installing_paths.manifest(self.reader))

    @property
    def touch_icon(self) -> str:
        """The icon for the home screens of Apple's telephones."""
        return self.link(icons.path("apple-touch-icon"))

    # -- search -----------------------------------------------------------------------------------------------

    @property
    def search_page(self) -> str:
        """The list of all pages, which stands in for search."""
        return self.link(address("site-index", self.reader))

    @cached_property
    def share(self) -> dict[str, Any]:
        """What the sharing block shows."""
        return block.of(self.inside, self.reader, self.page, self.canonical, self.site_url)

    # -- around the text --------------------------------------------------------------------------------------

    def link(self, target: str) -> str:
        """Address of `target` (below the root) as seen from this page."""
        return links.relative(target, self.address)

    @property
    def home(self) -> str:
        """The reader's home page."""
        return self.link(address("index", self.reader))

    def same(self, part: str, values: object, caller: Callable[[], str]) -> str:
        """What `caller` writes for `part` of the frame, written once for all pages on which nothing but `values` decides it."""
        return self.site.once(("part", part, self.reader.code, repr(values)), caller)

    def sections(self, place: str = "") -> list[dict[str, Any]]:
        """The sections that stand in `place` (`header`, `footer`; all of them when empty)."""
        return page_frame.sections(self.frame, self.name, place)

    @cached_property
    def switcher(self) -> list[dict[str, Any]]:
        """The same page in every language, named in that language."""
        return page_frame.switcher(self.frame, self.name)

    @cached_property
    def trail(self) -> list[dict[str, str]]:
        """Home and section above this page."""
        return page_frame.trail(self.frame, self.name)

    @property
    def hero(self) -> str:
        """The page's picture across the whole width, the first to be loaded."""
        return self.gallery.hero(self._hero, self.header.kind)

    @property
    def hero_preloads(self) -> list[dict[str, str]]:
        """What the head tells the browser to load first."""
        return self.gallery.hero_preloads(self._hero, self.header.kind)

    @property
    def hero_note(self) -> str:
        """Caption and credit of the hero picture, with a link to the whole of it."""
        caption = self.inside.prose(self.gallery.caption(self._hero))
        return f"{self.gallery.enlarge(self._hero, caption)} · {self.frame.gallery.credit(self._hero)}"

    @cached_property
    def _hero(self) -> dict[str, Any]:
        return self.gallery.find(self.header.picture, self.page.file, self.header.lines.get("picture", 0))

    @cached_property
    def strip(self) -> list[dict[str, str]]:
        """Key figures under the hero."""
        return page_parts.strip(self.inside, self.header)

    @cached_property
    def fonts(self) -> list[str]:
        """The files of faces that the title and what stands beside it use."""
        rows = [(re.sub("<[^>]*>", "", row["number"]), row["label"] + row["note"]) for row in self.strip]
        bold = self.plain(self.header.title) + "".join(number for number, _ in rows)
        return first_fonts.of(self.text.fonts, bold, self.plain(self.header.lead) + "".join(words for _, words in rows))

    @cached_property
    def cards(self) -> list[dict[str, str]]:
        """The natural next pages, each with its picture."""
        return [page_parts.card(self.frame.shown(name), name, len(self.header.cards)) for name in self.header.cards]

    @cached_property
    def downloads(self) -> str:
        """Links to the files of figures that the page offers, as HTML; empty on every other page."""
        if self.name != figure_files.PAGE:
            return ""
        words = self.inside.words
        links = words("list-comma").join(f'<a href="{self.link(figure_files.path(self.text, form))}" type="{media}" download>'
                                         f"{words(f'download-{form}')}</a>" for form, media in figure_files.FORMS.items())  # fmt: skip
        return words("labelled", label=words("downloads"), text=links)

    @cached_property
    def facts(self) -> list[tuple[str, str]]:
        """The fact box of a place page: (label, HTML) rows."""
        return page_parts.facts(self.inside, self.site.places[self.header.place]) if self.header.place else []

    @cached_property
    def sources(self) -> list[dict[str, str]]:
        """Every source this page rests on, once: those of its header and of the figures and rows it shows."""
        return [{"title": row.title, "publisher": row.publisher, "url": row.url, "lang": row.language,
                 "date": numbers.date(row.date, self.reader) if row.date else ""}
                for row in used(self.site, self.page)]  # fmt: skip

    @property
    def checked(self) -> str:
        """When the page's facts were last compared with their sources."""
        return self.t("checked", date=numbers.date(self.header.checked, self.reader))

    @property
    def needs_native_review(self) -> bool:
        """Whether no native speaker has read this translation yet."""
        return self.header.native_review == "pending"

    @cached_property
    def publisher(self) -> dict[str, Any]:
        """Who publishes the site, in the reader's language."""
        return self.site.once(("publisher", self.frame.language.code), lambda: page_frame.publisher(self.frame))
